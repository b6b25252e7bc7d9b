import type { SpecTexts } from '../messages/codes/spec';
import { spec as en } from '../messages/en/spec';
import { spec as fr } from '../messages/fr/spec';
import { typeset } from '../messages/fr/typeset';
import type { Language } from '../text/language';
import { displayWidth, escapeTerminal } from '../text/terminal';
import { inReadingOrder, type Problem } from './problem';

const texts: Readonly<Record<Language, SpecTexts>> = { fr, en };
/** More than anybody mends in one go. */
const maxShown = 50;

/**
 * Problems for a terminal, in reading order: `file:line:col  message`, the line with a caret below it. Safe to print, whatever the
 * lab holds; ends in a line feed, unless there are no problems.
 */
export function formatProblems(
  problems: readonly Problem[],
  language: Language,
  { color }: { readonly color: boolean },
): string {
  return formatAll(problems, language, color, (problem) => problemText(problem, language));
}

/** The same, of what is wrong in nothing. */
export function formatWarnings(
  warnings: readonly Problem[],
  language: Language,
  { color }: { readonly color: boolean },
): string {
  const word = language === 'fr' ? 'attention\u00a0:' : 'warning:';
  return formatAll(warnings, language, color, (warning) => `${word} ${problemText(warning, language)}`);
}

function formatAll(
  problems: readonly Problem[],
  language: Language,
  color: boolean,
  tell: (problem: Problem) => string,
): string {
  const paint = color ? inColor : plain;
  const sorted = inReadingOrder(problems);
  const more = sorted.length - maxShown;
  const rest = more > 0 ? [language === 'fr' ? `… et ${more} de plus` : `… and ${more} more`] : [];
  return [...sorted.slice(0, maxShown).map((one) => formatOne(one, tell(one), paint)), ...rest]
    .map((text) => `${text}\n`)
    .join('');
}

/** One problem with any text (plain, not escaped), as `formatProblems` shows it. */
export const formatPlaced = (place: Placed, text: string, { color }: { readonly color: boolean }): string =>
  `${formatOne(place, text, color ? inColor : plain)}\n`;

/** The message alone, as plain text that still has to be escaped. */
export function problemText({ code, args }: Problem, language: Language): string {
  // A code and its args belong together; TypeScript does not follow that through the lookup.
  const tell = texts[language][code] as (args: Problem['args']) => string;
  return language === 'fr' ? typeset(tell(args)) : tell(args);
}

/** Where something is wrong. */
export type Placed = Pick<Problem, 'file' | 'at' | 'excerpt'>;

interface Paint {
  readonly place: (text: string) => string;
  readonly caret: (text: string) => string;
}
const plain: Paint = { place: (text) => text, caret: (text) => text };
const inColor: Paint = {
  place: (text) => `\x1b[1m${text}\x1b[22m`,
  caret: (text) => `\x1b[31m${text}\x1b[39m`,
};

function formatOne({ file, at, excerpt }: Placed, text: string, paint: Paint): string {
  const place = escapeTerminal(at ? `${file}:${at.line}:${at.column}` : file);
  const head = `${paint.place(place)}  ${escapeTerminal(text)}`;
  if (!at || !excerpt) return head;
  const number = String(at.line).padStart(5);
  const margin = ' '.repeat(number.length);
  const shown = (from: number, to?: number): string =>
    escapeTerminal(excerpt.text.slice(from, to).replace(/\t/g, ' '));
  const before = displayWidth(shown(0, excerpt.caret));
  const marked = displayWidth(shown(excerpt.caret, excerpt.caret + excerpt.length));
  const caret = `${' '.repeat(before)}${paint.caret('^'.repeat(Math.max(1, marked)))}`;
  return `${head}\n${number} | ${shown(0)}\n${margin} | ${caret}`;
}
