import { tokensOf } from '../text/console/draw';
import { visible } from '../text/console/prompts';
import { readLine } from '../text/console/read-line';

/** A line that Enter ended, and where in the recording. */
export interface Ended {
  /** `undefined`: what the screen shows of it can mean more than one line. */
  readonly text: string | undefined;
  readonly end: number;
}

/** A shell says that it reads a line, and that it has read it. */
export const opens = '\x1b[?2004h';
const closes = '\x1b[?2004l';

/** In characters; no line that somebody typed takes more. */
const longestEdit = 32_768;

/** Reads the line behind `prompt`, from a recording that begins where the prompt was drawn; `undefined` while its end was not shown. */
export function readEnded(recording: string, prompt: string, widths: readonly number[]): Ended | undefined {
  const open = recording.indexOf(opens);
  if (open >= 0 && !recording.slice(0, open).includes('\n')) {
    const close = recording.indexOf(closes, open);
    if (close < 0) return undefined;
    const drawn = readLine(tokensOf(recording.slice(0, close).slice(0, longestEdit)), prompt, {
      isWhole: true,
      widths,
    });
    return { text: drawn?.text.trimEnd(), end: close + closes.length };
  }
  const tokens = tokensOf(recording.slice(0, longestEdit));
  const drawn = readLine(tokens, prompt, { isWhole: false, widths });
  const last = drawn && tokens[drawn.used];
  return drawn && last && { text: drawn.text.trimEnd(), end: last.end };
}

/** Whether all of a text was shown behind its prompt, wherever the terminal broke it. */
export function isShown(recording: string, prompt: string, text: string): boolean {
  const plain = (words: string): string => words.replace(/\s/g, '');
  return plain(visible(recording)).startsWith(plain(prompt + text));
}
