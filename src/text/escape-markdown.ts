import { escapeTerminal } from './escape-terminal';

// What means something wherever it stands in Markdown, GitHub's additions and its formulas; and what does at the start of a line.
const meaning = /[\\`*_[\]<>#|~&@$]|^[-+=]|(?<=^\d{1,9})[.)]/gu;
// GitHub makes mentions, addresses, and references of these after it has undone escapes; a blank of no width keeps them apart.
const reference = /(?<=[@#])(?=[\p{L}\p{N}_\\-])|(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?<=mailto:|xmpp:)/giu;

/** A text as one line of Markdown in which nothing means anything: no heading, list, link, image, HTML, table, formula or mention. */
export const escapeMarkdown = (text: string): string =>
  escapeTerminal(text).trim().replace(meaning, '\\$&').replace(reference, '&#8203;');

/** A text as a code span, to be copied as it is. Not for cells of tables. */
export function markdownCode(text: string): string {
  const code = escapeTerminal(text);
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One blank at each end is taken away again, where both ends have one.
  const room = code.trim() === '' || /^[`\s]|[`\s]$/.test(code) ? ' ' : '';
  return `${fence}${room}${code}${room}${fence}`;
}
