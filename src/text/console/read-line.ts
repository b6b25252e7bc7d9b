import { displayWidth } from '../display-width';
import { draw, type Drawn, type Token } from './draw';
import type { Measure } from './screen';

/** Terminals narrower or wider than these are nobody's. */
const narrowest = 20;
const widest = 400;
/** Wider than any line that is kept: where nothing moves between rows, the width does not matter. */
const boundless = 100_000;

/** In a container without a locale the shell counts the bytes of a character, not its columns. */
const measures: readonly Measure[] = [displayWidth, (character) => bytesOf(character.codePointAt(0) ?? 0)];

const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/**
 * Reads the line that was edited behind `prompt`, from a recording that begins where the prompt was drawn. The terminal's width is not in it: all widths at which it can have
 * been drawn have to agree.
 */
export function readLine(
  tokens: readonly Token[],
  prompt: string,
  { isWhole, widths }: { readonly isWhole: boolean; readonly widths?: readonly number[] | undefined },
): Drawn | undefined {
  const own = isWhole ? tokens : tokens.slice(0, nextPrompt(tokens, prompt));
  const from = lastRedraw(own, prompt);
  const edited = own.slice(from);
  // Drawn anew for another width, it stands over rows of the old one, of which nobody knows what is left.
  if (from > 0 && movesIn(edited)) return undefined;
  // One that does not fit at the end of a row leaves a blank there that nobody typed.
  if (hasWide(edited) && movesIn(edited)) return undefined;
  const drawn = agreed(edited, prompt, widthsFor(edited, widths), isWhole);
  if (drawn === undefined) return undefined;
  const below = edited.slice(drawn.used + 1);
  // A shell that draws its line anew goes to the next row like that; what a command prints begins at the left by itself.
  const isRowOfRedraw = from > 0 && below[0]?.kind === 'control' && below[0].control === '\r';
  if (goesBackUp(below) || (!isWhole && isRowOfRedraw)) return undefined;
  // While a shell has not noticed yet that its terminal is another one, it draws for a width that nobody told: a row that ends early at one
  // width and is full at another is no line that was ended.
  const isBroken = drawn.text.includes('\n') && widths !== undefined && widths.length > 1;
  if (isBroken && !agreed(edited, prompt, widthsFor(edited, undefined), isWhole)) return undefined;
  return { ...drawn, used: drawn.used + from };
}

/** Whatever is printed below a line that has ended stays below it; where the cursor goes back above, the line was still being edited. */
function goesBackUp(below: readonly Token[]): boolean {
  let row = 0;
  for (const token of below) {
    if (token.kind === 'control' && token.control === '\n') row += 1;
    else if (token.kind === 'sequence' && token.final === 'B') row += token.count ?? 1;
    else if (token.kind === 'sequence' && token.final === 'A') row -= token.count ?? 1;
    if (row < 0) return true;
  }
  return false;
}

/** What all widths at which it can have been drawn come to, if that is one thing. */
function agreed(
  edited: readonly Token[],
  prompt: string,
  widths: readonly number[],
  isWhole: boolean,
): Drawn | undefined {
  const found = new Map<string, Drawn>();
  const isPlain = edited.every((token) => token.kind !== 'text' || /^[ -~]*$/.test(token.text));
  for (const measure of isPlain ? measures.slice(0, 1) : measures)
    for (const width of widths) {
      const drawn = draw(edited, prompt, { width, measure, isWhole });
      if (drawn) found.set(`${drawn.used} ${drawn.text}`, drawn);
      if (found.size > 1) return undefined;
    }
  const [drawn] = found.values();
  return drawn;
}

const hasWide = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.kind === 'text' &&
      !/^[ -~]*$/.test(token.text) &&
      Array.from(token.text).some((character) => displayWidth(character) > 1),
  );

function movesIn(tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex((token) => token.kind === 'text');
  return tokens.some(
    (token, index) =>
      (token.kind === 'sequence' && /^[AB]$/.test(token.final)) ||
      (token.kind === 'control' && token.control === '\r' && index < last),
  );
}

function widthsFor(tokens: readonly Token[], known: readonly number[] | undefined): readonly number[] {
  // Python 3.13 breaks lines itself.
  const breaks = tokens.some((token) => token.kind === 'text' && token.text.endsWith('\\'));
  if (!movesIn(tokens) && !breaks) return [boundless];
  return known ?? Array.from({ length: widest - narrowest + 1 }, (_, index) => narrowest + index);
}

/** Where the prompt stands next at the beginning of a line: before that the line ended, or was left for a list of completions. */
function nextPrompt(tokens: readonly Token[], prompt: string): number {
  const at = tokens.findIndex((token, index) => {
    const before = tokens[index - 1];
    return (
      token.kind === 'text' &&
      token.text.startsWith(prompt) &&
      before?.kind === 'control' &&
      before.control === '\n'
    );
  });
  return at < 0 ? tokens.length : at;
}

/**
 * A shell that notices another width wipes what it drew and draws all of it again. One that wipes the row below and goes back up only writes up to where its cursor
 * goes: what stands behind that stays.
 */
function lastRedraw(tokens: readonly Token[], prompt: string): number {
  for (let index = tokens.length - 1; index > 1; index--) {
    const token = tokens[index];
    if (token?.kind !== 'text' || !token.text.startsWith(prompt)) continue;
    let at = index - 1;
    let wiped = false;
    for (; at >= 0; at--) {
      const before = tokens[at];
      if (before?.kind === 'sequence' && before.final === 'A' && !wiped) break;
      if (before?.kind === 'sequence' && (before.final === 'A' || before.final === 'K')) wiped = true;
      else if (!(before?.kind === 'control' && before.control === '\r')) break;
    }
    if (wiped) return index;
  }
  return 0;
}
