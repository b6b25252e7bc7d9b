import { escapeTerminal } from '../../text/escape-terminal';
import { briefly } from '../briefly';
import type { ShownCheck, ShownReport } from '../shown/shown-report';
import { words } from '../words';

/** What is told about a check, in plain lines: why it did not pass, what was expected and seen, what to try. Not escaped. */
export function inWords(check: ShownCheck, report: ShownReport): readonly string[] {
  const word = words[report.language];
  const { says, advice, hint, command, differences } = briefly(check, report);
  return [
    ...(says === undefined ? [] : [says]),
    ...differences.map(
      ({ key, expected, seen }) =>
        `${key}: ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`,
    ),
    ...(advice === undefined ? [] : [advice]),
    ...(hint === undefined ? [] : [`→ ${hint}`]),
    ...(command === undefined ? [] : [`$ ${command}`]),
  ];
}

/** For readers that show text as it is: what is not drawn is made visible, and nothing reorders the lines around it. */
export const plain = (text: string): string => escapeTerminal(text, { multiline: true });

/** The same on one line. */
export const plainLine = (text: string): string => escapeTerminal(text);

/** Cut to so many characters, never in the middle of one. */
export const cutTo = (length: number, text: string): string =>
  text.length <= length ? text : `${[...text.slice(0, length)].slice(0, -1).join('')}…`;

/** Without a mark there is nothing for a gradebook. */
export const isIncomplete = (reports: readonly ShownReport[]): boolean =>
  reports.some(({ outcome }) => outcome === 'incomplete');
