const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u;
const WIDE_EMOJI = /^\p{Emoji_Presentation}$/u;
const ASCII = /^[ -~]*$/;

/** Columns that a terminal needs for a text without line ends: East Asian wide characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Cuts a text to at most `width` columns; what is cut ends in `…`. */
export function truncateToWidth(text: string, width: number): string {
  const [head, rest] = splitAtWidth(text, width);
  if (rest === '') return text;
  return width < 1 ? '' : `${splitAtWidth(head, width - 1)[0]}…`;
}

/**
 * Breaks a text into lines of at most `width` columns, at blanks where possible. Every line starts with `indent`, the first with
 * `firstIndent`. Line ends in the text are kept.
 */
export function wrap(text: string, width: number, indent = '', firstIndent = indent): readonly string[] {
  // Two columns at least: a wide character must fit, or the text would never end.
  const room = (prefix: string): number => Math.max(2, width - displayWidth(prefix));
  const lines: string[] = [];
  const prefix = (): string => (lines.length === 0 ? firstIndent : indent);
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      let rest = word;
      let needed = displayWidth(rest);
      if (used > 0 && used + 1 + needed <= room(prefix())) {
        line += ` ${rest}`;
        used += 1 + needed;
        continue;
      }
      if (used > 0) lines.push(prefix() + line);
      while (needed > room(prefix())) {
        const [head, tail] = splitAtWidth(rest, room(prefix()));
        lines.push(prefix() + head);
        rest = tail;
        needed -= displayWidth(head);
      }
      line = rest;
      used = needed;
    }
    lines.push(used > 0 ? prefix() + line : prefix().trimEnd());
  }
  return lines;
}

/** Splits where `width` columns are full; marks stay with the character that they sit on. */
function splitAtWidth(text: string, width: number): readonly [string, string] {
  let used = 0;
  let index = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) return [text.slice(0, index), text.slice(index)];
    index += character.length;
  }
  return [text, ''];
}

function characterWidth(character: string): 0 | 1 | 2 {
  if (character >= ' ' && character <= '~') return 1;
  if (ZERO.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  // Two regional indicators make one flag of two columns.
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return 1;
  return isEastAsianWide(code) || WIDE_EMOJI.test(character) ? 2 : 1;
}

/** Blocks of East_Asian_Width W and F (Unicode 15 EastAsianWidth.txt), gaps of unassigned code points closed. */
const WIDE_BLOCKS: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

function isEastAsianWide(code: number): boolean {
  return WIDE_BLOCKS.some(([first, last]) => first <= code && code <= last);
}
