import type { Io } from '../io';

const up = (lines: number): string => (lines > 0 ? `\u001b[${lines}A` : '');
const clearLine = '\u001b[K';
const clearBelow = '\u001b[J';

/** A few lines at the end of the terminal that are drawn again and again in their place. */
export interface Screen {
  readonly draw: (lines: readonly string[]) => void;
}

export function openScreen(io: Pick<Io, 'out'>): Screen {
  let drawn: readonly string[] = [];
  return {
    draw: (lines) => {
      if (lines.length === drawn.length && lines.every((line, index) => line === drawn[index])) return;
      // In one piece, and each line over its old self: a screen that is cleared first flickers, and some terminals keep what was cleared.
      io.out(`\r${up(drawn.length)}${lines.map((line) => `${line}${clearLine}\n`).join('')}${clearBelow}`);
      drawn = lines;
    },
  };
}
