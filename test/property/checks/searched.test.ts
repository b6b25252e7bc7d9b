import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../src/checks/match/compare';
import { whole, type Sight } from '../../../src/checks/match/sight';
import { soughtIn } from '../../../src/checks/match/sought';
import { searchText } from '../../../src/collect/facts/search-log';
import { gap } from '../../../src/text/find-in-part';
import type { Json } from '../../../src/text/json';

const letters = fc.constantFrom('a', 'b', ' ', '\n', '-');
const text = fc.string({ unit: letters, maxLength: 6 });
const pattern = fc.constantFrom(
  ...[
    '/a/',
    '/^a/',
    '/b$/',
    '/^a$/m',
    '/^b/m',
    '/a$/m',
    '/a\\b/',
    '/\\bb/',
    '/a\\B/',
    '/a.*b/s',
    '/a[^-]*b/',
    '/\\z/',
    '/\\Aa/',
    '/a{2}/',
  ],
);
/** What an author can expect of a long text. */
const { expectation } = fc.letrec<{ expectation: Json }>((tie) => {
  const names = fc.constantFrom('not', 'any', 'all', 'none', 'only', 'contains', 'equals');
  return {
    expectation: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      text,
      fc.integer({ min: 0, max: 4 }),
      pattern,
      fc.array(tie('expectation'), { maxLength: 3 }),
      fc.dictionary(names, tie('expectation'), { minKeys: 1, maxKeys: 2 }),
      fc.record({ matches: fc.oneof(pattern, fc.constantFrom('a+$', '^b', 'a-b')) }),
      fc.record({ size: fc.oneof(fc.nat(40), fc.record({ gte: fc.nat(40) })) }),
    ),
  };
});
const target = { type: 'text', shape: 'one' } as const;
const runs = { numRuns: 3_000 };
/** Longer than what is compared with it, as a text is of which a part is kept. */
const longText = fc.string({ unit: letters, minLength: 12, maxLength: 40 });

test('a text that was searched whole is judged as if all of it were kept', () => {
  fc.assert(
    fc.property(expectation, longText, fc.nat(), (expected, all, at) => {
      const searched = searchText(all, soughtIn(expected), { isWhole: true, startLost: false });
      const sight: Sight = { value: all.slice(0, 1 + (at % all.length)), cut: 'part', searched };
      expect(compare(target, expected, sight)).toBe(compare(target, expected, whole(all)));
    }),
    runs,
  );
});

test('a text that was searched in part is judged as all of it would be, or not at all', () => {
  fc.assert(
    fc.property(
      expectation,
      longText,
      text,
      text,
      fc.boolean(),
      (expected, read, before, behind, startLost) => {
        const all = `${startLost ? before : ''}${read}${behind}`;
        const searched = searchText(read, soughtIn(expected), { isWhole: false, startLost });
        const sight: Sight = {
          value: read.slice(0, 4),
          cut: 'part',
          searched,
          ...(startLost && { startLost }),
        };
        const part = compare(target, expected, sight);
        fc.pre(part !== 'unknown');
        expect(part).toBe(compare(target, expected, whole(all)));
      },
    ),
    runs,
  );
});

test('the pieces that are left of a text are judged as all of it would be, or not at all', () => {
  const piece = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      expectation,
      fc.array(piece, { minLength: 3, maxLength: 7 }),
      text,
      (expected, pieces, behind) => {
        const all = pieces.join('') + behind;
        const kept = pieces.filter((_, index) => index % 2 === 0).join(gap);
        const part = compare(target, expected, { value: kept, cut: 'part' });
        fc.pre(part !== 'unknown' && !asksSize(expected));
        expect(part).toBe(compare(target, expected, whole(all)));
      },
    ),
    runs,
  );
});

/** A gap counts as characters of its own. */
const asksSize = (expected: Json): boolean => JSON.stringify(expected).includes('"size"');
