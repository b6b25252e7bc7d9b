import { escapeCharacter, escapeTerminal } from './escape-terminal';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Makes a text safe between tags and within quoted attributes of HTML and XML: it stays text, and all of it can be seen. What is not drawn, or
 * reorders what is around it, becomes a visible escape (`\x1b`, `\u202e`), as on a terminal; `multiline` keeps line feeds.
 */
export const escapeHtml = (text: string, options: { readonly multiline?: boolean } = {}): string =>
  escapeTerminal(text, options)
    // They are no characters: XML has no way at all to write some of them.
    .replace(/\p{Noncharacter_Code_Point}/gu, escapeCharacter)
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    // A page may be printed in a step of GitHub Actions, where a line that begins like this is a command.
    .replace(/^([^\S\n]*):(?=:)/gm, '$1&#58;');
