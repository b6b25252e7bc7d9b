const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

// Controls (C0, DEL, C1), format characters (bidi, zero width, tags), halves of characters, line and paragraph separators, and
// whatever else is drawn as nothing.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const MARK_FLOOD = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
// GitHub's runner takes this for the beginning of a command wherever it is printed in a line (actions/runner, ActionCommand.cs).
const COMMAND = /##(?=\[)/g;
const ORPHAN_MARK = /^[\p{Mn}\p{Me}]/gmu;

/**
 * Makes a text safe for a terminal: nothing in it can move the cursor, change colours, reorder, hide or forge lines. What is not drawn
 * becomes a visible escape (`\x1b`, `\u202e`); `multiline` keeps line feeds. Escaping twice changes nothing.
 */
export function escapeTerminal(
  text: string,
  { multiline = false }: { readonly multiline?: boolean } = {},
): string {
  const visible = (multiline ? text.replace(/\r\n/g, '\n') : text).replace(INVISIBLE, (character) =>
    isEmojiStyle(character) || (multiline && character === '\n') ? character : escapeCharacter(character),
  );
  // A mark at the start of a line would sit on what we ourselves printed before it; a flood of marks paints over the lines around.
  return visible.replace(MARK_FLOOD, '$1…').replace(ORPHAN_MARK, '◌$&').replace(COMMAND, '#\\x23');
}

/** The visible escape of one character: `\n`, `\x1b`, `\u202e`, `\u{e0041}`. */
export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return NAMED.get(character) ?? `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

// These two choose between the text and the colour form of the character before; the other 254 selectors can smuggle data.
function isEmojiStyle(character: string): boolean {
  return character === '\ufe0e' || character === '\ufe0f';
}
