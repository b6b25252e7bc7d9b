import { expect, test } from '@jest/globals';
import { integerPoints } from '../../../../src/report/formats/integer-points';
import { cutTo } from '../../../../src/report/formats/plain';
import { complete } from '../../../support/complete-report';
import { shownIn } from '../../../support/report-builder';

const shown = shownIn('en', complete);

type Part = readonly [points: number, max: number, bonus?: 'bonus'];

/** A report with tasks of these points out of these maxima, one check each. */
function reportOf(...parts: readonly Part[]) {
  const [task] = shown.tasks;
  const [check] = task?.checks ?? [];
  if (!task || !check) throw new Error('The sample has tasks with checks.');
  const tasks = parts.map(([points, max, bonus], index) => ({
    ...task,
    id: `t${index}`,
    bonus: bonus !== undefined,
    points,
    max,
    checks: [{ ...check, points, max }],
  }));
  const max = tasks.filter(({ bonus }) => !bonus).reduce((total, one) => total + one.max, 0);
  const points = tasks.reduce((total, one) => total + one.points, 0);
  return { ...shown, tasks, max, points: Math.min(points, max) };
}

const tasksOf = (...parts: readonly Part[]) => {
  const { score, max, labs } = integerPoints([reportOf(...parts)]);
  return { total: [score, max], tasks: labs[0]?.tasks.map((task) => [task.score, task.max]) };
};

test.each<readonly [string, readonly Part[], readonly number[], readonly Part[]]>([
  [
    'whole points stay',
    [
      [4, 4],
      [0, 6],
    ],
    [4, 10],
    [
      [4, 4],
      [0, 6],
    ],
  ],
  [
    'of equal fractions the first is rounded up, and no maximum changes',
    [
      [2.5, 4],
      [3.5, 6],
    ],
    [6, 10],
    [
      [3, 4],
      [3, 6],
    ],
  ],
  [
    'the largest fraction is rounded up',
    [
      [2.2, 4],
      [3.7, 6],
    ],
    [6, 10],
    [
      [2, 4],
      [4, 6],
    ],
  ],
  [
    'points that are not whole become whole, passed in full and failed with nothing',
    [
      [1.5, 1.5],
      [0, 1.5],
      [1.5, 1.5],
      [0, 1.5],
    ],
    [3, 6],
    [
      [2, 2],
      [0, 1],
      [1, 1],
      [0, 2],
    ],
  ],
])('%s', (_, parts, total, tasks) => {
  expect(tasksOf(...parts)).toEqual({ total, tasks });
});

test('a bonus counts as far as the mark had room for it', () => {
  expect(tasksOf([5, 10], [2, 2, 'bonus'])).toEqual({
    total: [7, 10],
    tasks: [
      [5, 10],
      [2, 2],
    ],
  });
  expect(tasksOf([9, 10], [2, 2, 'bonus'])).toEqual({
    total: [10, 10],
    tasks: [
      [9, 10],
      [1, 2],
    ],
  });
});

test('several labs are one total', () => {
  const { score, max, labs } = integerPoints([reportOf([2.5, 5]), reportOf([2.4, 5])]);
  expect([score, max]).toEqual([5, 10]);
  expect(labs.map((lab) => [lab.score, lab.max])).toEqual([
    [3, 5],
    [2, 5],
  ]);
});

test('a text is cut between characters', () => {
  expect(cutTo(3, 'abc')).toBe('abc');
  expect(cutTo(2, 'abc')).toBe('ab…');
  expect(cutTo(2, 'a👍b')).toBe('a…');
  expect(cutTo(0, 'abc')).toBe('');
});
