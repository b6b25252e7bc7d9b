import { nearest } from '../text/nearest';

/**
 * The ids that somebody may mean who types a name as it is said: `2`, `tp2`, `Ubuntu` and `hello` besides `02-ubuntu` and `01-hello-world`. What is closest
 * to an id decides: the whole of it, then its number or its name alone, then words of its name.
 */
export function meantLabs(typed: string, ids: readonly string[]): readonly string[] {
  const said = partsOf(typed);
  if (said.number === undefined && said.words.length === 0) return [];
  const known = ids.map((id) => ({ id, ...partsOf(id) }));
  for (const isMeant of closest) {
    const meant = known.filter((lab) => isMeant(said, lab)).map(({ id }) => id);
    if (meant.length > 0) return meant;
  }
  return [];
}

/** `TP 2` is one name, also where the shell took it for two. */
export function wholeNames(names: readonly string[], ids: readonly string[]): readonly string[] {
  return names.flatMap((name, at) => {
    const before = names[at - 1] ?? '';
    if (isWordForLab(name, ids) && at + 1 < names.length) return [];
    return [isWordForLab(before, ids) ? `${before} ${name}` : name];
  });
}

/** The id that was probably meant by a name with a typing error, or by a part of one; its number is not what is mistyped. */
export function nearestLab(typed: string, ids: readonly string[]): string | undefined {
  const name = typed.normalize('NFC');
  const composed = (id: string): string => id.normalize('NFC');
  const nameOf = (id: string): string => partsOf(id).words.join('-');
  const near = nearest(name, ids.map(composed));
  if (near !== undefined) return near;
  const nearName = nearest(partsOf(name).words.join('-'), ids.map(nameOf));
  const [one, other] = ids.filter((id) =>
    nearName === undefined ? name.length > 2 && composed(id).includes(name) : nameOf(id) === nearName,
  );
  return other === undefined && one !== undefined ? composed(one) : undefined;
}

interface Parts {
  /** As digits without zeros before them. */
  readonly number: string | undefined;
  readonly words: readonly string[];
}

const closest: readonly ((said: Parts, lab: Parts) => boolean)[] = [
  (said, lab) => said.number === lab.number && sameWords(said, lab),
  (said, lab) => said.number !== undefined && said.words.length === 0 && said.number === lab.number,
  (said, lab) => said.number === undefined && sameWords(said, lab),
  (said, lab) =>
    said.words.length > 0 &&
    (said.number === undefined || said.number === lab.number) &&
    said.words.every((word) => lab.words.includes(word)),
];

const sameWords = (one: Parts, other: Parts): boolean => one.words.join(' ') === other.words.join(' ');

const wordForLab = /^(?:tp|td|lab)(?=[^\p{L}]|$)/u;

const isWordForLab = (name: string, ids: readonly string[]): boolean =>
  /^(?:tp|td|lab)$/i.test(name) && !ids.includes(name);

function partsOf(name: string): Parts {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(wordForLab, '')
    .replace(/^[\s_-]*(\d+)(?=\p{L})/u, '$1 ');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = '', ...others] = words;
  // A number stands before the name, and is no part of it: `2`, `02-ubuntu`.
  if (!/^\d+$/.test(first)) return { number: undefined, words };
  return { number: first.replace(/^0+(?=\d)/, ''), words: others };
}
