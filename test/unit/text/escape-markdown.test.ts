import { expect, test } from '@jest/globals';
import { escapeMarkdown, markdownCode } from '../../../src/text/escape-markdown';

test.each([
  [
    'what we write ourselves stays readable',
    'Port 80 is published (on 8080).',
    'Port 80 is published (on 8080).',
  ],
  ['a heading', '# a', '\\# a'],
  ['a list', '- a', '\\- a'],
  ['a numbered list', '12) a', '12\\) a'],
  ['a link', '[a](b)', '\\[a\\](b)'],
  ['HTML', '<b>&lt;', '\\<b\\>\\&lt;'],
  ['a cell of a table', 'a|b', 'a\\|b'],
  ['code', '`a`', '\\`a\\`'],
  ['a mention', '@alice', '\\@&#8203;alice'],
  ['a reference', 'o/r#1', 'o/r\\#&#8203;1'],
  ['an address', 'http://a, www.b', 'http:&#8203;//a, www&#8203;.b'],
  ['an address after another sign', '_www.b', '\\_www&#8203;.b'],
  ['lines', 'a\nb', 'a\\\\nb'],
  ['an escape', '\\*', '\\\\\\*'],
])('%s', (_, text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['``', '``` `` ```'],
  [' a', '`  a `'],
  ['', '`  `'],
  ['a\nb', '`a\\nb`'],
])('code %j has a fence longer than any in it', (text, markdown) => {
  expect(markdownCode(text)).toBe(markdown);
});
