import { escapeHtml } from './escape-html';

/**
 * A text for XML that is data, between tags or in a quoted attribute. Line feeds are references, since an attribute would lose them, and so that no line of the
 * file begins with a student's text. What XML 1.0 forbids is a visible escape.
 */
export const escapeXml = (text: string): string =>
  escapeHtml(text, { multiline: true }).replace(/\n/g, '&#10;');
