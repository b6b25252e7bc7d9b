import type { Position } from './lab';

/** A lab's text with what is needed to point into it. */
export interface Source {
  readonly text: string;
  /** As shown to people. */
  readonly file: string;
  readonly lineStarts: readonly number[];
}

/** From the start of the text, in UTF-16 code units; `end` is not part of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The piece of a line around a place, short enough to print; `caret` counts UTF-16 code units into `text`. */
export interface Excerpt {
  readonly text: string;
  readonly caret: number;
  readonly length: number;
}

// What is cut is cut here, so that a line of a megabyte is not carried along with each of its problems.
const BEFORE = 40;
const AFTER = 36;

export function makeSource(text: string, file: string): Source {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { text, file, lineStarts };
}

/** Line and column, both from 1; the column counts UTF-16 code units, as editors do. */
export function positionAt({ lineStarts, text }: Source, offset: number): Position {
  const at = Math.min(Math.max(0, offset), text.length);
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (lineStarts[low] ?? 0) + 1 };
}

export function excerptAt(source: Source, { start, end }: Range): Excerpt {
  const { line, column } = positionAt(source, start);
  const lineStart = source.lineStarts[line - 1] ?? 0;
  const lineEnd = (source.lineStarts[line] ?? source.text.length + 1) - 1;
  const whole = source.text.slice(lineStart, lineEnd).replace(/\r$/, '');
  const at = column - 1;
  const from = whole.length <= BEFORE + AFTER ? 0 : wholeCharacter(whole, Math.max(0, at - BEFORE));
  const to = wholeCharacter(whole, Math.min(whole.length, Math.max(at + AFTER, from + BEFORE + AFTER)));
  const head = from > 0 ? '…' : '';
  const text = `${head}${whole.slice(from, to)}${to < whole.length ? '…' : ''}`;
  // Of what goes on over several lines only the beginning is marked.
  const length = end > lineEnd ? 1 : Math.max(1, Math.min(end, lineStart + to) - start);
  return { text, caret: at - from + head.length, length };
}

/** The same place, or one back where it would cut a character in half. */
function wholeCharacter(text: string, at: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}
