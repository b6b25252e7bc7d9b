import { expect, test } from '@jest/globals';
import { csvCell, csvRow } from '../../../src/text/escape-csv';

test.each([
  ['a text', 'alice', 'alice'],
  ['a text with a comma', 'Doe, Alice', '"Doe, Alice"'],
  ['a text with quotes', 'a "b"', '"a ""b"""'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula with quotes', '=A("b")', '"\'=A(""b"")"'],
  ['a plus', '+1', "'+1"],
  ['a minus', '-1', "'-1"],
  ['a function', '@SUM(1)', "'@SUM(1)"],
  ['a formula in full width', '＝1', "'＝1"],
  ['a formula after blanks', '  =1', '"  \'=1"'],
  ['a formula after a blank of no width', '\u200b=1', '\\u200b=1'],
  ['a formula after a tab', '\t=1', '\\t=1'],
  ['a formula after a carriage return', '\r=1', '\\r=1'],
  ['a formula where a semicolon ends cells', 'a; =1', '"a; \'=1"'],
  ['a formula after quotes there', 'a;"=1', '"a;""\'=1"'],
  ['two lines', 'a\n=1', 'a\\n=1'],
  ['a hyphen in a name', 'Anne-Marie', 'Anne-Marie'],
  ['a number of ours', 12.5, '12.5'],
  ['a negative number of ours', -1, '-1'],
])('%s', (_, value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a row ends as RFC 4180 says', () => {
  expect(csvRow(['a', 1, ''])).toBe('a,1,\r\n');
});
