import { displayWidth } from '../../text/terminal';

/** Beside less than this a title is hard to read. */
const leastRoom = 20;

/** Columns that are left for a text with `end` at the right of its last line; all of them if that would be too few. */
export function roomBeside(end: string, columns: number): number {
  const room = columns - displayWidth(end) - 2;
  return room < leastRoom ? columns : room;
}

/** Puts `end` at the right edge: of the last line where it fits, else of one of its own. `painted` is how it looks there. */
export function withEnd(
  lines: readonly string[],
  end: string,
  columns: number,
  painted: string = end,
): string[] {
  const last = lines.at(-1) ?? '';
  const free = columns - displayWidth(last) - displayWidth(end);
  if (free >= 2) return [...lines.slice(0, -1), last + ' '.repeat(free) + painted];
  return [...lines, ' '.repeat(Math.max(2, columns - displayWidth(end))) + painted];
}
