import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choose, type Candidate } from '../../../src/class/merge/choose';
import { isInShard } from '../../../src/class/shard';
import { resultOf } from '../../support/class-results';

const candidate = fc
  .record({
    hour: fc.integer({ min: 0, max: 3 }),
    outcome: fc.constantFrom('reached', 'below', 'incomplete', 'problem'),
    sha256: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ hour, outcome, sha256 }): Candidate => ({
    result: resultOf('ada', `2026-03-01T0${hour}:00:00.000Z`, outcome),
    // The same bytes are the same result.
    sha256: `${sha256}${hour}${outcome}`,
    path: sha256,
  }));

test('whatever the order of the folders, the same result counts and the same is kept aside', () => {
  const order = fc
    .array(candidate, { minLength: 1, maxLength: 6 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
  fc.assert(
    fc.property(order, ([all, shuffled]) => {
      const chosen = (list: readonly Candidate[]) => {
        const [first, ...others] = list;
        if (!first) throw new Error('There is one.');
        const { winner, aside, losers } = choose([first, ...others]);
        return [winner.sha256, aside?.sha256, losers.map(({ sha256 }) => sha256)];
      };
      expect(chosen(shuffled)).toEqual(chosen(all));
    }),
  );
});

test('every student is in exactly one of the shards', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 300 }), (id, of) => {
      const shards = Array.from({ length: of }, (_, index) => isInShard(id, { index: index + 1, of }));
      expect(shards.filter(Boolean)).toHaveLength(1);
    }),
  );
});

test('shards are of about the same size', () => {
  const ids = Array.from({ length: 4000 }, (_, n) => `student-${n}`);
  const sizes = [1, 2, 3, 4].map((index) => ids.filter((id) => isInShard(id, { index, of: 4 })).length);
  expect(Math.min(...sizes)).toBeGreaterThan(850);
});
