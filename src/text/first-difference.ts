import { escapeCharacter, escapeTerminal } from './escape-terminal';

/** Two short excerpts around the first place where two texts differ, safe to print and never equal. */
export interface FirstDifference {
  /** Where, in UTF-16 code units, moved back to the start of the visible character. */
  readonly index: number;
  readonly line: number;
  readonly expected: string;
  readonly seen: string;
}

const BEFORE = 12;
const AFTER = 24;

/** Shows where two texts differ first, or undefined when they are equal. Line ends, tabs and blanks that matter are made visible. */
export function firstDifference(expected: string, seen: string): FirstDifference | undefined {
  if (expected === seen) return undefined;
  const index = startOfCharacter(expected, seen, firstUnequal(expected, seen));
  const line = countLines(expected, index);
  const shown = excerpts(expected, seen, index, showPlain);
  if (!isLookAlike(shown.expected, shown.seen)) return { index, line, ...shown };
  return { index, line, ...excerpts(expected, seen, index, showExact) };
}

function firstUnequal(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let index = 0;
  while (index < shorter && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  return index;
}

/** Goes back over marks and halves of characters, so that `é` is shown whole on both sides. */
function startOfCharacter(a: string, b: string, index: number): number {
  const isInside = (text: string, at: number): boolean =>
    /^[\p{M}\udc00-\udfff]/u.test(text.slice(at, at + 2));
  let start = index;
  while (start > Math.max(0, index - BEFORE) && (isInside(a, start) || isInside(b, start))) start -= 1;
  return start;
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The same place, or one further when it would cut a character in half. */
function wholeCharacter(text: string, at: number): number {
  const isHalf = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return at > 0 && isHalf ? at + 1 : at;
}

type Show = (text: string, blanks: boolean) => string;

function excerpts(
  expected: string,
  seen: string,
  index: number,
  show: Show,
): { expected: string; seen: string } {
  // Blanks are only drawn where they are the difference; elsewhere they would make ordinary sentences hard to read.
  const blanks = [expected, seen].some((text) => /^\s/.test(text.slice(index)) || text.length <= index);
  const cut = (text: string): string => {
    const from = wholeCharacter(text, Math.max(0, index - BEFORE));
    const to = wholeCharacter(text, index + AFTER);
    return `${from > 0 ? '…' : ''}${show(text.slice(from, to), blanks)}${to < text.length ? '…' : ''}`;
  };
  return { expected: cut(expected), seen: cut(seen) };
}

const showPlain: Show = (text, blanks) => {
  // Blanks other than the space look like it; they always show their code.
  const visible = escapeTerminal(text).replace(/[^\P{Zs} ]/gu, escapeCharacter);
  return blanks ? visible.replaceAll(' ', '·') : visible;
};

const showExact: Show = (text) =>
  // By halves of characters and with the backslash doubled, so that no two texts are shown alike.
  text.replace(/\\/g, '\\\\').replace(/[^!-~]/g, (unit) => (unit === ' ' ? '·' : escapeCharacter(unit)));

/** Whether a reader could take two excerpts for the same: composed and decomposed accents, wide forms, Greek or Cyrillic letters for Latin. */
function isLookAlike(a: string, b: string): boolean {
  const [left, right] = [a.normalize('NFKC'), b.normalize('NFKC')];
  if (left === right) return true;
  const at = firstUnequal(left, right);
  const pair = [left.charAt(at), right.charAt(at)];
  const isAscii = (text: string): boolean => /^[!-~]$/.test(text);
  const isForeign = (text: string): boolean =>
    /^[\p{Script=Greek}\p{Script=Cyrillic}\p{Pd}\p{Pi}\p{Pf}]$/u.test(text);
  return pair.some(isAscii) && pair.some((text) => !isAscii(text) && isForeign(text));
}
