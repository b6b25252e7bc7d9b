import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from '../../../../src/report/formats/apportion';
import { integerPoints, type WholePoints } from '../../../../src/report/formats/integer-points';
import type { ShownReports } from '../../../../src/report/formats/format';
import { anyReports } from '../../../support/any-report';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const total = (parts: readonly WholePoints[], key: keyof WholePoints): number =>
  sum(parts.map((part) => part[key]));

const holds = (property: (reports: ShownReports, whole: ReturnType<typeof integerPoints>) => void): void => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      property(reports, integerPoints(reports));
    }),
    { numRuns: 100 },
  );
};

describe('whole points of whatever was graded', () => {
  test('are whole, and 0 <= score <= max everywhere', () => {
    holds((_, whole) => {
      const all = [
        whole,
        ...whole.labs,
        ...whole.labs.flatMap(({ tasks }) => tasks.flatMap((task) => [task, ...task.checks])),
      ];
      const isPossible = ({ score, max }: WholePoints) =>
        Number.isInteger(score) && Number.isInteger(max) && 0 <= score && score <= max;
      expect(all.filter((one) => !isPossible(one))).toEqual([]);
    });
  });

  test('are the rounded total of the report', () => {
    holds((reports, whole) => {
      expect(Math.abs(whole.score - sum(reports.map(({ points }) => points)))).toBeLessThanOrEqual(0.5001);
      expect(Math.abs(whole.max - sum(reports.map(({ max }) => max)))).toBeLessThanOrEqual(0.5001);
    });
  });

  test('add up at every level; maxima do so without the bonus', () => {
    holds((reports, whole) => {
      expect([total(whole.labs, 'score'), total(whole.labs, 'max')]).toEqual([whole.score, whole.max]);
      whole.labs.forEach((lab, index) => {
        const regular = lab.tasks.filter((_task, place) => reports[index]?.tasks[place]?.bonus === false);
        expect([total(lab.tasks, 'score'), total(regular, 'max')]).toEqual([lab.score, lab.max]);
        for (const task of lab.tasks)
          expect([total(task.checks, 'score'), total(task.checks, 'max')]).toEqual([task.score, task.max]);
      });
    });
  });

  test('keep points that are whole: labs of whole points are what their authors wrote', () => {
    holds((reports, whole) => {
      if (!reports.every(({ max }) => isWhole(max))) return;
      reports.forEach(({ tasks }, lab) => {
        const regular = [...tasks.keys()].filter((index) => tasks[index]?.bonus === false);
        if (
          !regular.every((index) => isWhole(tasks[index]?.max ?? 0)) ||
          sum(regular.map((index) => tasks[index]?.max ?? 0)) === 0
        )
          return;
        expect(regular.map((index) => whole.labs[lab]?.tasks[index]?.max)).toEqual(
          regular.map((index) => Math.round(tasks[index]?.max ?? 0)),
        );
      });
    });
  });

  test('give all of its points to a check that passed, and none to one that failed, where scales are whole', () => {
    holds((reports, whole) => {
      if (!reports.every(({ max }) => isWhole(max))) return;
      reports.forEach((report, lab) => {
        report.tasks.forEach((task, index) => {
          task.checks.forEach((check, place) => {
            const points = whole.labs[lab]?.tasks[index]?.checks[place] ?? { score: -1, max: -1 };
            if (check.outcome === 'passed' && !task.bonus) expect(points.score).toBe(points.max);
            if (check.max > 0 && check.points === 0) expect(points.score).toBe(0);
          });
        });
      });
    });
  });

  test('never fall when the mark rises', () => {
    const shares = fc.array(
      fc.record({ points: fc.integer({ min: 0, max: 400 }), more: fc.integer({ min: 0, max: 400 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyReports, shares, (reports, [first]) => {
        const { points = 0, more = 0 } = first ?? {};
        const worth = (share: number) =>
          integerPoints([{ ...reports[0], points: (reports[0].max * share) / 800 }]).score;
        expect(worth(points + more)).toBeGreaterThanOrEqual(worth(points));
      }),
    );
  });
});

const isWhole = (points: number): boolean => Math.abs(points - Math.round(points)) < 1e-6;

describe('sharing out a whole number', () => {
  const shares = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
      fc.double({ min: 0, max: 100, noNaN: true }),
    ),
    { minLength: 1, maxLength: 12 },
  );

  test('gives it all, to each its share or the whole number next to it, more to whoever has more', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const dealt = apportion(Math.round(sum(all)), all);
        expect(sum(dealt)).toBe(Math.round(sum(all)));
        dealt.forEach((one, index) => {
          expect(Math.abs(one - (all[index] ?? 0))).toBeLessThan(1.00001);
          all.forEach((share, other) => {
            if (share + 1e-5 < (all[index] ?? 0)) expect(one).toBeGreaterThanOrEqual(dealt[other] ?? 0);
          });
        });
      }),
    );
  });

  test('gives it all even where the shares do not add up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), shares, (total, all) => {
        expect(sum(apportion(total, all))).toBe(total);
      }),
    );
    expect(apportion(7, [0, 0, 0])).toEqual([3, 2, 2]);
    expect(apportion(3, [])).toEqual([]);
  });
});

test.each([1e300, 1.7e308, 1e-300])('points that nobody can have (%d) still give numbers', (odd) => {
  fc.assert(
    fc.property(anyReports, ([report]) => {
      const strange = {
        ...report,
        points: odd,
        max: odd,
        tasks: report.tasks.map((task) => ({ ...task, points: odd, max: odd })),
      };
      expect(JSON.stringify(integerPoints([strange, report]))).not.toContain('null');
    }),
    { numRuns: 20 },
  );
});
