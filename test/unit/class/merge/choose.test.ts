import { expect, test } from '@jest/globals';
import type { GradeOutcome } from '../../../../src/score/grade';
import { choose, type Candidate } from '../../../../src/class/merge/choose';
import { resultOf } from '../../../support/class-results';

const candidate = (name: string, hour: number, outcome: GradeOutcome | 'problem' = 'reached'): Candidate => ({
  result: resultOf('ada', `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`, outcome),
  sha256: name,
  path: name,
});

test('a mark wins over none, however old', () => {
  const choice = choose([
    candidate('b', 9, 'incomplete'),
    candidate('a', 8, 'below'),
    candidate('c', 10, 'problem'),
  ]);
  expect([choice.winner.path, choice.aside?.path]).toEqual(['a', 'c']);
  expect(choice.losers.map(({ path }) => path)).toEqual(['c', 'b']);
});

test('of two marks the newest wins, not the best', () => {
  const { winner, aside } = choose([candidate('a', 8, 'reached'), candidate('b', 9, 'below')]);
  expect([winner.path, aside]).toEqual(['b', undefined]);
});

test('an attempt without a mark from before the mark is over', () => {
  expect(choose([candidate('a', 8, 'problem'), candidate('b', 9)]).aside).toBeUndefined();
});

test('the same file twice is no conflict', () => {
  const twice = { ...candidate('a', 8), path: 'elsewhere' };
  expect(choose([candidate('a', 8), twice]).losers).toEqual([]);
});
