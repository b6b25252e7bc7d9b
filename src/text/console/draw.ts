import { Screen, type Measure } from './screen';

/** A piece of a recording: text, a line feed, a control character, or a control sequence. */
export type Token = { /** Where it ends in the recording. */ readonly end: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'control'; readonly control: string }
  | { readonly kind: 'sequence'; readonly final: string; readonly count: number | undefined }
);

// Text | CSI | OSC, DCS, SOS, PM, APC | other escapes | one control.
const TOKEN =
  /[^\x00-\x1f\x7f-\x9f]+|\x1b\[([0-?]{0,64})[ -/]{0,8}([@-~])?|\x1b[\]PX^_][^\x07\x1b\x9c\r\n]{0,4096}(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]{0,8}[0-~]?|[^]/g;

/** What draws, in order; colours, modes and titles draw nothing. */
export function tokensOf(recording: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, 1: parameters = '', 2: final, index } of recording.matchAll(TOKEN)) {
    const end = index + piece.length;
    const before = tokens.at(-1);
    if (final !== undefined) {
      if (final === 'm' || /^[<-?]/.test(parameters)) continue;
      const count = /^\d{1,4}/.exec(parameters);
      tokens.push({ kind: 'sequence', final, count: count ? Number(count[0]) : undefined, end });
    } else if (/^[\b\t\n\r]/.test(piece)) tokens.push({ kind: 'control', control: piece, end });
    else if (/^[\x00-\x1f\x7f-\x9f]/.test(piece)) continue;
    else if (before?.kind === 'text') tokens.splice(-1, 1, { kind: 'text', text: before.text + piece, end });
    else tokens.push({ kind: 'text', text: piece, end });
  }
  return tokens;
}

/** What a line came to at one width. */
export interface Drawn {
  readonly text: string;
  /** How many of the tokens belong to it: those up to the line feed that ended it. */
  readonly used: number;
}

/**
 * Draws the editing of a line, from its prompt to the line feed that ended it; `undefined` where it cannot have been drawn at this width.
 * `isWhole`: all tokens belong to it, the last line feed being its end; a line feed before that only opens a list of completions, or a further line of what was pasted.
 */
export function draw(
  tokens: readonly Token[],
  prompt: string,
  {
    width,
    measure,
    isWhole,
  }: { readonly width: number; readonly measure: Measure; readonly isWhole: boolean },
): Drawn | undefined {
  const screen = new Screen(width, measure);
  const last = tokens.findLastIndex((token) => token.kind === 'control' && token.control === '\n');
  const end = isWhole && last >= 0 ? last : tokens.length;
  let used = end;
  // How the cursor gets to the prompt is no matter.
  const begin = tokens.findIndex((token) => token.kind === 'text');
  for (const [index, token] of tokens.slice(0, end).entries()) {
    if (index < begin) continue;
    if (token.kind === 'control' && token.control === '\n') {
      if (screen.lineFeed()) continue;
      if (!isWhole && !(screen.hasRowBelow() && isWiping(tokens.slice(index + 1, index + 3)))) {
        used = index;
        break;
      }
      screen.openRow();
    } else {
      // The prompt is drawn again below a list.
      if (token.kind === 'text' && token.text.startsWith(prompt) && screen.isFresh()) screen.restart();
      apply(screen, token);
    }
    if (screen.isImpossible) return undefined;
  }
  // Whoever ends a line has gone to its last row.
  if (!screen.isAtBottom()) return undefined;
  // Python 3.13 frames what it reads, and breaks lines that are too long itself, with a backslash.
  const isPython = isWhole && prompt === '>>> ';
  const [first = '', ...more] = screen.lines({ marksBreaks: isPython });
  if (!first.startsWith(prompt.trimEnd())) return undefined;
  return { text: joined([first.slice(prompt.length), ...more], isPython), used };
}

/** Python 3.13 draws a prompt of its own for each line of several. */
const joined = (lines: readonly string[], isPython: boolean): string => {
  const text = lines.join('\n').trimEnd();
  return isPython ? text.replaceAll(/\n\.\.\.(?: |$)/gm, '\n').trimEnd() : text;
};

/** An empty row is gone to only to be wiped; behind the end of a line stands what the command printed, or the next prompt. */
const isWiping = ([first, second]: readonly Token[]): boolean =>
  first?.kind === 'control' && first.control === '\r' && second?.kind === 'sequence' && second.final === 'K';

function apply(screen: Screen, token: Token): void {
  if (token.kind === 'text') {
    screen.write(token.text);
    return;
  }
  if (token.kind === 'control') {
    if (token.control === '\r') screen.carriageReturn();
    else if (token.control === '\b') screen.left(1);
    else if (token.control === '\t') screen.write(' ');
    return;
  }
  const count = Math.max(1, token.count ?? 1);
  switch (token.final) {
    case 'A':
      screen.up(count);
      return;
    case 'B':
      screen.down(count);
      return;
    case 'C':
      screen.right(count);
      return;
    case 'D':
      screen.left(count);
      return;
    case 'G':
      screen.toColumn(count - 1);
      return;
    case 'H':
      screen.eraseAll();
      return;
    case 'J':
      if (token.count === undefined || token.count === 0) screen.eraseBelow();
      else screen.eraseAll();
      return;
    case 'K':
      screen.eraseLine(token.count ?? 0);
      return;
    case 'P':
      screen.delete(count);
      return;
    case '@':
      screen.insert(count);
      return;
    case 'X':
      screen.eraseCharacters(count);
  }
}
