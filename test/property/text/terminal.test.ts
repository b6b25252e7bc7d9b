import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  displayWidth,
  escapeTerminal,
  stripTerminal,
  truncateToWidth,
  wrap,
} from '../../../src/text/terminal';

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\x1b',
      '\x1b[',
      '\x1b]',
      '[',
      ';',
      'm',
      'K',
      'D',
      '1',
      '@',
      '\b',
      '\r',
      '\n',
      '\x07',
      ' ',
      'a',
      '漢',
      '😀',
      '\u0301',
      '\u202e',
      '\ud800',
      '\udc00',
      '\u{e0041}',
      '\ufe0f',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});
// Written without property classes, so that it shares nothing with the code under test.

const DANGEROUS =
  /[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/u;

test('nothing dangerous passes the escaper, and escaping twice changes nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeTerminal(text);
      expect(escaped).not.toMatch(DANGEROUS);
      expect(escaped).not.toMatch(/\p{Cs}/u);
      expect(escapeTerminal(escaped)).toBe(escaped);
      const lines = escapeTerminal(text, { multiline: true });
      expect(lines.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      expect(escapeTerminal(lines, { multiline: true })).toBe(lines);
    }),
    { numRuns: 1000 },
  );
});

test('printable ASCII passes the escaper and the stripper unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect([escapeTerminal(text), stripTerminal(text)]).toEqual([text, text]);
    }),
  );
});

test('a stripped recording has no control left but line feeds and tabs, is not longer, and stays as it is', () => {
  fc.assert(
    fc.property(hostile, (recording) => {
      const stripped = stripTerminal(recording);

      expect(stripped).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
      expect(stripped.length).toBeLessThanOrEqual(recording.length);
      expect(stripTerminal(stripped)).toBe(stripped);
    }),
    { numRuns: 1000 },
  );
});

test('a cut text fits, and is the text itself where that fits', () => {
  fc.assert(
    fc.property(
      hostile.map((text) => escapeTerminal(text)),
      fc.nat(20),
      (text, width) => {
        const cut = truncateToWidth(text, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (displayWidth(text) <= width) expect(cut).toBe(text);
      },
    ),
  );
});

test('wrapped lines fit and lose nothing but blanks', () => {
  fc.assert(
    fc.property(
      hostile.map((text) => escapeTerminal(text, { multiline: true })),
      fc.integer({ min: 4, max: 30 }),
      (text, width) => {
        const lines = wrap(text, width, '  ');
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''));
      },
    ),
  );
});
