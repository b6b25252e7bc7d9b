import { escapeHtml } from '../../../text/escape-html';
import type { Language } from '../../../text/language';
import { Markup, markup } from '../../../text/markup';

const codeSpan = /`([^`\n]+)`/;

/** Sentences and titles: what authors put between backticks is shown as code, and French signs do not begin a line. */
export function prose(text: string, language: Language): Markup {
  // Every other piece is what the pattern caught.
  const pieces = text
    .split(codeSpan)
    .map((piece, index) => (index % 2 === 1 ? markup`<code>${piece}</code>` : plain(piece, language)));
  return markup`${pieces}`;
}

function plain(text: string, language: Language): Markup {
  const escaped = escapeHtml(text, { multiline: true });
  if (language !== 'fr') return new Markup(escaped);
  return new Markup(escaped.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/« /g, '«\u00a0'));
}

/** Titles where no markup may stand, such as that of the window. */
export const plainTitle = (text: string): string => text.replace(new RegExp(codeSpan, 'g'), '$1');

/** What was typed, printed or set: as it is, its lines kept. */
export const verbatim = (text: string): Markup => new Markup(escapeHtml(text, { multiline: true }));
