import { expect, test } from '@jest/globals';
import { escapeHtml } from '../../../src/text/escape-html';

test.each([
  ['markup', '<script>a && b</script>', '&lt;script&gt;a &amp;&amp; b&lt;/script&gt;'],
  ['the end of an attribute', `" onload='x'`, '&quot; onload=&#39;x&#39;'],
  ['an entity', '&lt;', '&amp;lt;'],
  ['a text that turns what follows around', 'a\u202eb', 'a\\u202eb'],
  ['a control character', '\x1b[2J\0', '\\x1b[2J\\x00'],
  ['half a character', '\ud800', '\\ud800'],
  ['what XML cannot write', '\uffff\ufffe', '\\uffff\\ufffe'],
  ['a line feed where there is one line', 'a\nb', 'a\\nb'],
])('%s becomes text that is seen', (_, text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});

test('letters, accents and emoji stay as they are', () => {
  expect(escapeHtml('Né à Þórshöfn, 漢字 😀')).toBe('Né à Þórshöfn, 漢字 😀');
});

test('lines stay lines where there may be several', () => {
  expect(escapeHtml('a\r\nb\n\tc', { multiline: true })).toBe('a\nb\n\\tc');
});
