import { escapeTerminal } from './escape-terminal';

// What Markdown, GitHub's additions and its formulas give a meaning, wherever it stands; and what means something only at the start of a line, or in an address.
const meaning = /[\\`*_[\]<>#|~&@$]|^[-+=]|(?<=^\d{1,9})[.)]|(?<=www)\.|:(?=[^\d\s])/giu;
// GitHub turns these into mentions, mail addresses and references after it has undone escapes; a blank of no width keeps them apart.
const reference = /\\([@#])(?=[\p{L}\p{N}_\\-])/gu;

/** A text as one line of Markdown in which nothing means anything: no heading, list, link, image, HTML, table, formula or mention. */
export const escapeMarkdown = (text: string): string =>
  escapeTerminal(text).trim().replace(meaning, '\\$&').replace(reference, '\\$1&#8203;');

/** A text as a code span, to be copied as it is. Not for cells of tables. */
export function markdownCode(text: string): string {
  const code = escapeTerminal(text);
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One blank at each end is taken away again, where both ends have one.
  const room = code.trim() === '' || /^[`\s]|[`\s]$/.test(code) ? ' ' : '';
  return `${fence}${room}${code}${room}${fence}`;
}
