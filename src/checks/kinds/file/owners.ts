import type { Fact } from '../../../evidence/evidence';
import type { FileFact } from '../../../evidence/facts';

/** Names by number, from `/etc/passwd` or `/etc/group` of the container; a file that was not read names nobody. */
export function namesOf(fact: Fact<FileFact | null>): ReadonlyMap<number, string> {
  const text = 'value' in fact ? (fact.value?.content ?? '') : '';
  const names = new Map<number, string>();
  for (const line of text.split('\n')) {
    const [name = '', , number = ''] = line.split(':');
    // The first line of a number counts, as it does for `ls -l`.
    if (name !== '' && /^\d+$/.test(number) && !names.has(Number(number))) names.set(Number(number), name);
  }
  return names;
}

/** What `ls -l` shows: the name, else the number. */
export function ownerName(
  number: number | undefined,
  names: ReadonlyMap<number, string>,
): string | undefined {
  if (number === undefined) return undefined;
  return names.get(number) ?? (number === 0 ? 'root' : String(number));
}
