import { describe, expect, test } from '@jest/globals';
import { displayWidth, truncateToWidth, wrap } from '../../../src/text/terminal';

test.each([
  ['', 0],
  ['abc', 3],
  ['café', 4],
  ['cafe\u0301', 4],
  ['漢字', 4],
  ['한글', 4],
  ['ＡＢ', 4],
  ['👍', 2],
  ['🇫🇷', 2],
  ['…✔', 2],
  ['│─', 2],
  ['\u200b', 0],
])('displayWidth of %j is %d', (text, expected) => {
  expect(displayWidth(text)).toBe(expected);
});

test.each([
  ['hello', 5, 'hello'],
  ['hello', 4, 'hel…'],
  ['hello', 1, '…'],
  ['hello', 0, ''],
  ['漢字漢字', 5, '漢字…'],
  ['漢字漢字', 4, '漢…'],
  ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ['', 0, ''],
])('truncateToWidth of %j to %d is %j', (text, width, expected) => {
  expect(truncateToWidth(text, width)).toBe(expected);
});

describe('wrap', () => {
  test.each<[string, Parameters<typeof wrap>, readonly string[]]>([
    ['breaks at blanks', ['the quick brown fox', 10], ['the quick', 'brown fox']],
    ['indents every line', ['the quick brown', 8, '  '], ['  the', '  quick', '  brown']],
    ['hangs below a bullet', ['the quick brown', 8, '  ', '- '], ['- the', '  quick', '  brown']],
    ['breaks a word that fits nowhere', ['a abcdefgh b', 4], ['a', 'abcd', 'efgh', 'b']],
    ['counts columns, not characters', ['漢字漢字', 4], ['漢字', '漢字']],
    ['keeps line ends', ['a\n\nb', 10], ['a', '', 'b']],
    ['takes many blanks for one', ['a   b', 10], ['a b']],
    ['goes on when there is no room at all', ['abc', 1, '    '], ['    ab', '    c']],
    ['gives one line for nothing', ['', 10], ['']],
  ])('%s', (_, call, expected) => {
    expect(wrap(...call)).toEqual(expected);
  });
});
