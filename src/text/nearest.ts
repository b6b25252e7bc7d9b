import { distance } from 'fastest-levenshtein';

// Longer words are no typing errors of anything, and the distance costs the product of both lengths.
const MAX_WORD = 64;

/**
 * The candidate that was probably meant, or undefined when none is near. Case and separators count for nothing, two letters
 * swapped count once; of equally near candidates the first wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = squash(word);
  if (wanted === '' || word.length > MAX_WORD) return undefined;
  const limit = Math.min(3, Math.floor((wanted.length + 1) / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate.length > MAX_WORD) continue;
    const far = typingDistance(wanted, squash(candidate));
    if (far < bestDistance) [best, bestDistance] = [candidate, far];
  }
  return best;
}

/**
 * The container or image name that was probably meant. Over `nearest`: the engine's leading slash is ignored, and so is what people and
 * Compose put around a name (`ubuntu-1`, `my_ubuntu`, `ubuntus`), when only one name is like that.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const bare = (text: string): string => (text.startsWith('/') ? text.slice(1) : text);
  const close = nearest(bare(name), names.map(bare));
  if (close !== undefined) return names.find((candidate) => bare(candidate) === close);
  const wanted = bare(name).toLowerCase();
  if (wanted.length < 3 || wanted.length > MAX_WORD) return undefined;
  const around = names.filter((candidate) => {
    const text = bare(candidate).toLowerCase();
    return text.length <= 4 * MAX_WORD && (hasPart(text, wanted) || hasPart(wanted, text));
  });
  return around.length === 1 ? around[0] : undefined;
}

function squash(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/g, '');
}

function typingDistance(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && isSwap(a, b) ? 1 : edits;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function hasPart(text: string, part: string): boolean {
  return part.length >= 3 && text.split(/[-_./:]/).includes(part);
}
