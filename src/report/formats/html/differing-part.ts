/** Two texts cut around what differs: the same before, the same after, and between them what is not the same. */
export interface DifferingPart {
  readonly before: string;
  readonly expected: string;
  readonly seen: string;
  readonly after: string;
}

/** A differing word or number is shown whole up to this length: `8080` for `80`, not `80` for nothing. */
const longestWhole = 24;

/** Undefined when the texts are equal, or have nothing in common at either end. */
export function differingPart(expected: string, seen: string): DifferingPart | undefined {
  if (expected === seen) return undefined;
  const byWord = cut(expected.match(words) ?? [], seen.match(words) ?? []);
  const isShort = Math.max(byWord.expected.length, byWord.seen.length) <= longestWhole;
  const part = isShort ? byWord : cut(expected.match(characters) ?? [], seen.match(characters) ?? []);
  return part.before === '' && part.after === '' ? undefined : part;
}

/** A character with the marks on it is one. */
const characters = /[^]\p{M}*/gu;
const words = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*|[^]\p{M}*/gu;

function cut(a: readonly string[], b: readonly string[]): DifferingPart {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const join = (pieces: readonly string[], from: number, to: number): string =>
    pieces.slice(from, to).join('');
  return {
    before: join(a, 0, start),
    expected: join(a, start, a.length - end),
    seen: join(b, start, b.length - end),
    after: join(a, a.length - end, a.length),
  };
}
