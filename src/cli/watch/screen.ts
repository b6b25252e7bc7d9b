const enter = '\u001b[?1049h\u001b[?25l';
const leave = '\u001b[?25h\u001b[?1049l';
const home = '\u001b[H';
const clearAll = '\u001b[2J';
const clearLine = '\u001b[K';

/**
 * The other screen of the terminal, as editors use it: what stood on the first one comes back, and no terminal breaks its lines anew when its window gets another
 * width, which would leave parts of old frames.
 */
export interface Screen {
  readonly open: () => void;
  /** Lines that fit, from the top; nothing is written where they are there already. */
  readonly draw: (lines: readonly string[]) => void;
  /** What is there is no longer known: the next frame is drawn in full. */
  readonly forget: () => void;
  readonly close: () => void;
}

export function openScreen(out: (text: string) => void): Screen {
  let drawn: readonly string[] | undefined;
  let isOpen = false;
  return {
    open: () => {
      if (!isOpen) out(enter);
      isOpen = true;
      drawn = undefined;
    },
    draw: (lines) => {
      if (!isOpen || (lines.length === drawn?.length && lines.every((line, at) => line === drawn?.[at])))
        return;
      const gone = Math.max(0, (drawn?.length ?? 0) - lines.length);
      // In one piece, and each line cleared before it is written: cleared afterwards, a line that is full would lose its last character.
      const text = [...lines, ...Array<string>(gone).fill('')]
        .map((line) => `${clearLine}${line}`)
        .join('\r\n');
      out(`${drawn === undefined ? clearAll : ''}${home}${text}`);
      drawn = lines;
    },
    forget: () => {
      drawn = undefined;
    },
    close: () => {
      if (isOpen) out(leave);
      isOpen = false;
    },
  };
}
