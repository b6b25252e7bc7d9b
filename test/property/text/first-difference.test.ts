import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstDifference } from '../../../src/text/first-difference';

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '\u0301',
    ' ',
    '·',
    '\u00a0',
    '\\',
    '\\x1b',
    '\x1b',
    '\n',
    '\\n',
    '…',
    '◌',
    'а',
    '😀',
    '\ud83d',
    '\ude00',
    '\ufe01',
  ),
  maxLength: 40,
});

test('two different texts are shown differently, shortly and safely; equal ones have no difference', () => {
  fc.assert(
    fc.property(text, text, text, (before, left, right) => {
      const [expected, seen] = [before + left, before + right];
      const difference = firstDifference(expected, seen);
      if (expected === seen) {
        expect(difference).toBeUndefined();
        return;
      }
      expect(difference?.expected).not.toBe(difference?.seen);
      expect(difference?.expected.normalize('NFKC')).not.toBe(difference?.seen.normalize('NFKC'));

      expect(JSON.stringify(difference)).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      expect(JSON.stringify(difference).length).toBeLessThan(1000);
      expect(expected.slice(0, difference?.index)).toBe(seen.slice(0, difference?.index));
    }),
    { numRuns: 2000 },
  );
});
