import { escapeTerminal } from './escape-terminal';

// Where a spreadsheet takes a cell for a formula: `=`, `+`, `-`, `@`, also in full width, also after blanks. Where a list separator is a semicolon, as in
// French, what follows one may be a cell of its own, and quotes after it mean nothing.
const formula = /(^|;)([\s"]*)(?=[=+\-@＝＋－＠])/g;

/**
 * One cell of a CSV file (RFC 4180). A text is one line in visible characters and never a formula: an apostrophe before it tells spreadsheets that it is text.
 * Numbers are ours and stay numbers, with a point.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = escapeTerminal(value).replace(formula, "$1$2'");
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** One line of a CSV file, with its end. */
export const csvRow = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
