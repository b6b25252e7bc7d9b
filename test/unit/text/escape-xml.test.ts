import { expect, test } from '@jest/globals';
import { escapeXml } from '../../../src/text/escape-xml';

test.each([
  ['markup', '<a b="c">&</a>\'', '&lt;a b=&quot;c&quot;&gt;&amp;&lt;/a&gt;&#39;'],
  ['the end of a section', ']]>', ']]&gt;'],
  ['lines', 'a\r\nb\nc', 'a&#10;b&#10;c'],
  ['what XML forbids', '\0\x1b\ufffe\ud800', '\\x00\\x1b\\ufffe\\ud800'],
  ['what reorders', '\u202e', '\\u202e'],
])('%s', (_, text, xml) => {
  expect(escapeXml(text)).toBe(xml);
});
