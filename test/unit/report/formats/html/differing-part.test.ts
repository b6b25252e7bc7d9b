import { expect, test } from '@jest/globals';
import { differingPart } from '../../../../../src/report/formats/html/differing-part';

test.each([
  ['a number in a pair', '8080:80', '80:80', ['', '8080', '80', ':80']],
  [
    'a word in a command',
    'apt install nginx',
    'apt install nginx-light',
    ['apt install nginx', '', '-light', ''],
  ],
  ['a whole word, however much of it is the same', 'web-front', 'web-frond', ['web-', 'front', 'frond', '']],
  ['one letter of a long word', `${'a'.repeat(40)}b`, `${'a'.repeat(40)}c`, ['a'.repeat(40), 'b', 'c', '']],
  ['what is missing', 'a b c', 'a c', ['a ', 'b ', '', 'c']],
  ['a word with its accents whole', 'un e\u0301te', 'un ete', ['un ', 'e\u0301te', 'ete', '']],
])('%s is what differs', (_, expected, seen, [before, should, is, after]) => {
  expect(differingPart(expected, seen)).toEqual({ before, expected: should, seen: is, after });
});

test.each([
  ['equal texts', 'running', 'running'],
  ['texts with nothing in common', 'running', 'exited'],
  ['nothing at all', '', 'x'],
])('of %s no part is marked', (_, expected, seen) => {
  expect(differingPart(expected, seen)).toBeUndefined();
});
