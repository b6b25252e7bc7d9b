const valid = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
// The command line takes it for a path.
const asFile = /\.ya?ml$/i;

/** A name that is the id of a lab too, and is not taken for a file. */
export const isLabName = (name: string): boolean => valid.test(name) && !asFile.test(name);

/** What was probably meant by a name that cannot be one: `TP/Été 1` gives `Ete-1`. */
export function suggestName(name: string): string | undefined {
  const last = name.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? '';
  const suggested = last
    .replace(asFile, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, 64)
    .replace(/[._-]+$/, '');
  return isLabName(suggested) ? suggested : undefined;
}
