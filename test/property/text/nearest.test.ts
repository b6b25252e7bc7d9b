import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearest, nearestName } from '../../../src/text/nearest';

const word = fc.stringMatching(/^[a-z]{3,12}$/);

test('what is suggested is one of the candidates', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' })),
      (wanted, candidates) => {
        for (const found of [nearest(wanted, candidates), nearestName(wanted, candidates)]) {
          if (found !== undefined) expect(candidates).toContain(found);
        }
      },
    ),
  );
});

test('one typing error of a word with at least three letters is recognised', () => {
  const typo = word.chain((right) =>
    fc.record({ right: fc.constant(right), at: fc.nat(right.length - 2), letter: fc.constantFrom('a', 'z') }),
  );
  fc.assert(
    fc.property(typo, ({ right, at, letter }) => {
      const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
      for (const wrong of [
        right.toUpperCase(),
        right.slice(0, at) + letter + right.slice(at + 1),
        right.slice(0, at) + letter + right.slice(at),
        swapped,
      ]) {
        expect(nearest(wrong, [right])).toBe(right);
      }
    }),
  );
});
