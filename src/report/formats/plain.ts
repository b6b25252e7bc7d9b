import { escapeTerminal } from '../../text/escape-terminal';
import type { ShownCheck, ShownReport } from '../shown/shown-report';
import { detailLines } from './detail-lines';

/** For readers that show text as it is: what is not drawn is made visible, and nothing reorders the lines around it. */
export const plain = (text: string): string => escapeTerminal(text, { multiline: true });

/** The same on one line. */
export const plainLine = (text: string): string => escapeTerminal(text);

/** Why a check did not pass and what to try, escaped; empty when it passed. */
export const plainDetails = (check: ShownCheck, report: ShownReport): string =>
  plain(detailLines(check, report).join('\n'));

/** Cut to so many characters, never in the middle of one. */
export function cutTo(length: number, text: string): string {
  if (text.length <= length) return text;
  return length === 0 ? '' : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Without a mark there is nothing for a gradebook. */
export const isIncomplete = (reports: readonly ShownReport[]): boolean =>
  reports.some(({ outcome }) => outcome === 'incomplete');
