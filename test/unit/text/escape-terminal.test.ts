import { describe, expect, test } from '@jest/globals';
import { escapeTerminal } from '../../../src/text/terminal';

describe('escapeTerminal', () => {
  test.each([
    ['ordinary text, café, 漢字, ❤️ and 👍', 'ordinary text, café, 漢字, ❤️ and 👍'],
    ['red \x1b[31m', 'red \\x1b[31m'],
    ['title \x1b]0;x\x07', 'title \\x1b]0;x\\x07'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\x00\x7f\x9b', '\\x00\\x7f\\x9b'],
    ['evil \u202egnp.exe', 'evil \\u202egnp.exe'],
    ['\u200e\u200f\u061c\u2066\u2069', '\\u200e\\u200f\\u061c\\u2066\\u2069'],
    ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['zero\u200bwidth\ufeff\u00ad\u2060', 'zero\\u200bwidth\\ufeff\\xad\\u2060'],
    ['family 👩\u200d💻', 'family 👩\\u200d💻'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['smuggled \ufe01\u{e0101}', 'smuggled \\ufe01\\u{e0101}'],
    ['annotation \ufff9', 'annotation \\ufff9'],
    ['filler \u3164', 'filler \\u3164'],
    ['half \ud83d', 'half \\ud83d'],
    ['half \ude00', 'half \\ude00'],
    ['e\u0301 stays', 'e\u0301 stays'],
    ['\u0301orphan', '◌\u0301orphan'],
    [`z${'\u0301'.repeat(50)}!`, `z${'\u0301'.repeat(4)}…!`],
    ['C:\\x1b', 'C:\\x1b'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(escapeTerminal(text)).toBe(expected);
  });

  test('keeps line feeds, and nothing else, when several lines are wanted', () => {
    expect(escapeTerminal('a\r\nb\nc\rd\x1b[A\n\u0301', { multiline: true })).toBe(
      'a\nb\nc\\rd\\x1b[A\n◌\u0301',
    );
  });
});
