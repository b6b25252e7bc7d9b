import { isPatternText, parsePattern } from './pattern';

/** Stands where something is left out of a text. */
export const gap = '\n…\n';

/** Nothing is looked for across what is left out. */
export const piecesOf = (part: string): readonly string[] => part.split(gap);

/**
 * Whether a part of a text has what the `/pattern/` looks for, whatever the rest is: inside of one of its pieces, with a character before and behind it, so that nothing is concluded
 * from an end that is none (`^`, `$`, `\b`), nor across what is left out. `startLost`: it is not known to begin where the whole does.
 */
export function isFoundInPart(
  source: string,
  part: string,
  { startLost }: { readonly startLost: boolean },
): boolean {
  const pattern = parsePattern(source);
  if (!pattern.ok) return false;
  const [first = '', ...others] = piecesOf(part);
  const { testBeginning, testInside } = pattern.value;
  return (startLost ? testInside(first) : testBeginning(first)) || others.some(testInside);
}

/** What a text that is known whole is looked through for: a text, or a `/pattern/`. */
export function isFound(sought: string, whole: string): boolean {
  if (!isPatternText(sought)) return whole.includes(sought);
  const pattern = parsePattern(sought);
  return pattern.ok && pattern.value.test(whole);
}
