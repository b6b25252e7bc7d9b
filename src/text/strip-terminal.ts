import { TerminalLine } from './terminal-line';

/**
 * Turns the recording of a terminal into text to search in: colours, titles and other control sequences are dropped, line editing
 * (backspace, cursor left and right, insert, delete, erase) is done as the terminal would, lines end in `\n`.
 *
 * A long line that the shell wrapped while it was typed stays one line. Any other carriage return and a jump to elsewhere on the screen start a new line instead of overwriting: what was shown once can be found. A last
 * line without an end is cut at the cursor (`abc\b\b` gives `a`). Time is linear and the result never longer than the recording.
 */
export function stripTerminal(recording: string): string {
  if (!CONTROL.test(recording)) return recording;
  const lines: string[] = [];
  const line = new TerminalLine();
  const next = (): void => void lines.push(line.end());
  for (const [token] of recording.matchAll(TOKEN)) {
    if (token.endsWith('\n')) next();
    else if (token === '\b') line.left(1);
    else if (token === '\t' || !CONTROL.test(token)) line.write(token);
    else if (token === '\r' && line.continueWrapped()) continue;
    else if (isJump(token)) {
      if (!line.isEmpty()) next();
    } else {
      const [, parameter, final] = EDIT.exec(token) ?? [];
      if (final !== undefined) line.edit(final, Number(parameter));
    }
  }
  return [...lines, line.upToCursor()].join('\n');
}

const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;

// One pass, nothing is read twice: text | CSI | OSC, DCS, SOS, PM, APC | other escapes | CR (LF) | one control.
// A string sequence without its end swallows at most 4096 characters of its line.
const TOKEN =
  /[^\x00-\x1f\x7f-\x9f]+|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]{0,4096}(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]{0,8}[0-~]?|\r+\n?|[^]/g;
const EDIT = /^(?:\x1b\[|\x9b)(\d{0,4})([CDGKJP@])$/;
// Cursor up, down, home and to a position; clearing the whole screen.
const JUMP = /^(?:\r|(?:\x1b\[|\x9b)(?:[\d;]*[ABEFHdf]|[23]J)$)/;

function isJump(token: string): boolean {
  return JUMP.test(token);
}
