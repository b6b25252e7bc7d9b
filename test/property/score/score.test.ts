import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { score } from '../../../src/score/score';
import type { Grade, Points } from '../../../src/score/grade';
import type { Lab } from '../../../src/spec/lab';
import { graded, verdictOf, type Piece, type Piled } from '../../support/graded-lab';

const as =
  (outcome: 'passed' | 'failed' | 'excused') =>
  (one: Piece): Piece => ({
    ...one,
    outcome,
    assertions: one.assertions.map(() => (outcome === 'failed' ? 'failed' : 'passed')),
  });

const everyPoints = (grade: Grade): Points[] => [
  grade,
  ...grade.tasks.flatMap((task) => [
    task,
    ...task.checks.flatMap((check) => [check, ...(check.assertions ?? [])]),
  ]),
];
const isPossible = ({ points, max, undecided }: Points): boolean =>
  0 <= points && points <= max && 0 <= undecided && points + undecided <= max + 1e-9;
const counted = (grade: Grade) => grade.tasks.filter(({ bonus }) => !bonus);
const total = (parts: readonly Points[], key: keyof Points): number =>
  parts.reduce((sum, part) => sum + part[key], 0);
/** Parts are rounded to a millionth each. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-4;

const holds = (property: (lab: Lab, piles: readonly Piled[], grade: Grade) => void): void => {
  fc.assert(
    fc.property(graded, ({ lab, piles }) => {
      property(lab, piles, score(lab, verdictOf(piles)));
    }),
    { numRuns: 150 },
  );
};

describe('whatever the lab and the verdicts', () => {
  test('no number is NaN, negative, or above its maximum, and what is undecided fits beside what is earned', () => {
    holds((lab, _, grade) => {
      expect(grade.max).toBe(lab.scale);
      expect(everyPoints(grade).filter((one) => !isPossible(one))).toEqual([]);
    });
  });

  test('the tasks that are no bonus are worth the scale together, whatever is excused, unless everything is', () => {
    holds((lab, _, grade) => {
      const worth = total(counted(grade), 'max');
      if (worth === 0) expect(grade.points).toBe(lab.scale);
      else expect(near(worth, lab.scale)).toBe(true);
    });
  });

  test('the mark is the sum of all tasks, at most the scale', () => {
    holds((lab, _, grade) => {
      if (total(counted(grade), 'max') === 0) return;
      expect(near(grade.points, Math.min(lab.scale, total(grade.tasks, 'points')))).toBe(true);
      for (const key of ['points', 'max'] as const)
        expect(grade.tasks.every((task) => near(task[key], total(task.checks, key)))).toBe(true);
    });
  });

  test('a check that is divided has the sum of its assertions', () => {
    holds((_lab, _piles, grade) => {
      const divided = grade.tasks.flatMap((task) => task.checks).filter(({ assertions }) => assertions);
      for (const key of ['points', 'max', 'undecided'] as const)
        expect(divided.every((check) => near(check[key], total(check.assertions ?? [], key)))).toBe(true);
    });
  });

  test('all passed is exactly the scale, all failed is nothing but what is excused', () => {
    holds((lab, piles) => {
      const best = score(lab, verdictOf(piles, as('passed')));
      expect(best).toMatchObject({ points: lab.scale, undecided: 0, outcome: 'reached' });
      const worst = score(lab, verdictOf(piles, as('failed')));
      expect(worst).toMatchObject({ points: 0, undecided: 0 });
    });
  });

  test('all passed is exactly the scale also with some excused', () => {
    holds((lab, piles) => {
      const grade = score(
        lab,
        verdictOf(piles, (one) => (one.outcome === 'excused' ? one : as('passed')(one))),
      );
      expect(grade.points).toBe(lab.scale);
    });
  });

  test('everything excused is the whole scale', () => {
    holds((lab, piles) => {
      expect(score(lab, verdictOf(piles, as('excused')))).toMatchObject({ points: lab.scale, undecided: 0 });
    });
  });

  test('a check that passes instead of failing never lowers the mark', () => {
    fc.assert(
      fc.property(graded, fc.nat(), ({ lab, piles }, pick) => {
        const failing = piles.flatMap(({ pieces }) => pieces).filter(({ outcome }) => outcome === 'failed');
        const chosen = failing[pick % Math.max(1, failing.length)];
        if (!chosen) return;
        const before = score(lab, verdictOf(piles));
        const after = score(
          lab,
          verdictOf(piles, (one) => (one === chosen ? as('passed')(one) : one)),
        );
        expect(after.points).toBeGreaterThanOrEqual(before.points);
      }),
      { numRuns: 150 },
    );
  });

  test('what could not be found out makes the mark incomplete, and costs nothing if it turns out well', () => {
    holds((lab, piles, grade) => {
      const hasErrors = verdictOf(piles).tasks.some((task) =>
        task.checks.some(({ outcome }) => outcome === 'error'),
      );
      if (hasErrors || grade.tasks.some(({ undecided }) => undecided > 0))
        expect(grade.outcome).toBe('incomplete');
      else
        expect(grade).toMatchObject({
          undecided: 0,
          outcome: grade.points + 1e-6 >= lab.pass ? 'reached' : 'below',
        });
    });
  });

  test('nothing that was not judged is lost: a missing verdict is undecided', () => {
    holds((lab) => {
      const grade = score(lab, { lab: 'lab', tasks: [] });
      expect(grade).toMatchObject({ points: 0, undecided: lab.scale, outcome: 'incomplete' });
    });
  });
});
