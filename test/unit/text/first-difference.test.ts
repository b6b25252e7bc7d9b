import { expect, test } from '@jest/globals';
import { firstDifference } from '../../../src/text/first-difference';

test.each([
  ['Welcome to nginx!', 'Welcome to apache!', 11, 1, 'Welcome to nginx!', 'Welcome to apache!'],
  ['running', 'exited', 0, 1, 'running', 'exited'],
  ['abc', 'abcd', 3, 1, 'abc', 'abcd'],
  ['abc', '', 0, 1, 'abc', ''],
  ['a b', 'a  b', 2, 1, 'a·b', 'a··b'],
  ['end', 'end\n', 3, 1, 'end', 'end\\n'],
  ['end\n', 'end\r\n', 3, 1, 'end\\n', 'end\\r\\n'],
  ['a\tb', 'a b', 1, 1, 'a\\tb', 'a·b'],
  ['a b', 'a\u00a0b', 1, 1, 'a·b', 'a\\xa0b'],
  ['one\ntwo\nthree', 'one\ntwo\nfour', 8, 3, 'one\\ntwo\\nthree', 'one\\ntwo\\nfour'],
  ['café', 'cafè', 3, 1, 'café', 'cafè'],
  ['café', 'cafe\u0301', 3, 1, 'caf\\xe9', 'cafe\\u0301'],
  ["l'eau", 'l’eau', 1, 1, "l'eau", 'l\\u2019eau'],
  ['nginx', 'ngіnx', 2, 1, 'nginx', 'ng\\u0456nx'],
  ['a-b', 'a–b', 1, 1, 'a-b', 'a\\u2013b'],
  ['\\x1b', '\x1b', 0, 1, '\\\\x1b', '\\x1b'],
  ['e\u0301', 'e\u0300', 0, 1, 'e\u0301', 'e\u0300'],
  ['😀', '😁', 0, 1, '😀', '😁'],
  [
    `${'x'.repeat(50)}a${'y'.repeat(50)}`,
    `${'x'.repeat(50)}b`,
    50,
    1,
    `…${'x'.repeat(12)}a${'y'.repeat(23)}…`,
    `…${'x'.repeat(12)}b`,
  ],
])('%j and %j', (expected, seen, index, line, shownExpected, shownSeen) => {
  expect(firstDifference(expected, seen)).toEqual({ index, line, expected: shownExpected, seen: shownSeen });
});

test('equal texts have no difference', () => {
  expect(firstDifference('a', 'a')).toBeUndefined();
});
