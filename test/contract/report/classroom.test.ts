import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classroom } from '../../../src/report/formats/classroom';
import type { ShownReports } from '../../../src/report/formats/format';
import { anyGradedReports, anyReports } from '../../support/any-report';
import { complete } from '../../support/complete-report';
import {
  announced,
  decode,
  isRed,
  tableScores,
  type RunnerResult,
} from '../../support/readers/classroom-reporter';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const line = (reports: ShownReports): string => {
  const text = classroom(reports, {});
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
};
const read = (reports: ShownReports): RunnerResult => decode(line(reports));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const shown = shownIn('en', complete);

describe('the table and the points of the reporter', () => {
  test('agree with each other and with the mark, in every release', () => {
    fc.assert(
      fc.property(anyGradedReports, (reports) => {
        const result = read(reports);
        const points = announced([result]);
        const [earlier, later] = tableScores(result);
        expect(earlier).toBeCloseTo(points?.totalPoints ?? 0, 6);
        expect(later).toBe(points?.totalPoints ?? 0);
        expect(Math.abs(later - sum(reports.map((one) => one.points)))).toBeLessThanOrEqual(0.5001);
        expect(Math.abs((points?.maxPoints ?? 0) - sum(reports.map(({ max }) => max)))).toBeLessThanOrEqual(
          0.5001,
        );
      }),
    );
  });

  test('would not agree if each check were one test', () => {
    const checks = shown.tasks.flatMap((task) => task.checks);
    const naive: RunnerResult = {
      status: 'fail',
      max_score: 20,
      tests: checks.map(({ title, outcome, points }) => ({
        name: title,
        status: outcome === 'passed' ? 'pass' : 'fail',
        score: points,
        message: '',
      })),
    };
    const [earlier, later] = tableScores(naive);
    expect(earlier).not.toBeCloseTo(later, 1);
  });

  test('hold no NaN, whatever was graded, incomplete or not', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const result = read(reports);
        expect(JSON.stringify(result)).not.toContain('null');
        expect(result.tests.length).toBeGreaterThan(0);
        expect(tableScores(result).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

test('of checks there are as few tests as their points allow', () => {
  const { tests } = read([twoChecks()]);
  expect(tests.map(({ name, status, score }) => [name, status, score])).toEqual([
    ['Task a · container ubuntu (state)', 'pass', 5],
    ['Task b · container ubuntu (state) (1/3)', 'fail', 0],
    ['Task b · container ubuntu (state) (2/3)', 'fail', 0],
    ['Task b · container ubuntu (state) (3/3)', 'fail', 0],
  ]);
});

/** Two checks, of 5 and of 15 points; the second fails. */
function twoChecks() {
  const [task] = shown.tasks;
  const [check] = task?.checks ?? [];
  if (!task || !check) throw new Error('The sample has tasks with checks.');
  const one = (id: string, points: number, max: number) => ({
    ...task,
    id,
    title: `Task ${id}`,
    points,
    max,
    checks: [
      {
        ...check,
        title: 'container ubuntu (state)',
        outcome: points > 0 ? ('passed' as const) : ('failed' as const),
        points,
        max,
      },
    ],
  });
  return { ...shown, points: 5, max: 20, tasks: [one('a', 5, 5), one('b', 0, 15)] };
}

test('what is to be said about a check is said once, shortened as the reporter’s own graders do', () => {
  const { tests } = read([shown]);
  const told = tests.map(({ message }) => message).filter((message) => message !== '');
  expect(told).toContainEqual(
    expect.stringContaining('Container port 80 is published on host port 80 instead of 8080.'),
  );
  expect(new Set(told).size).toBe(told.length);
  expect(told.filter((message) => message.length > 501 || message.includes('\n'))).toEqual([]);
});

test('a bonus makes up for points that were lost elsewhere, and says so', () => {
  const { tests } = read([shown]);
  const made = tests.filter(({ name }) => name.includes('bonus: Going further'));
  expect(made.length).toBeGreaterThan(0);
  expect(made.filter(({ status }) => status !== 'pass')).toEqual([]);
});

test('the step is green only where nothing is missing', () => {
  expect(isRed([read([shown])])).toBe(true);
  const done = shown.tasks.map((task) => ({
    ...task,
    points: task.max,
    checks: task.checks.map((check) => ({ ...check, outcome: 'passed' as const, points: check.max })),
  }));
  const result = read([{ ...shown, points: 20, tasks: done }]);
  expect(isRed([result])).toBe(false);
  expect(announced([result])).toEqual({ totalPoints: 20, maxPoints: 20 });
});

describe('an incomplete grade', () => {
  const result = read([shownIn('en', sample)]);

  test('announces no points at all, so that an earlier mark stays', () => {
    expect(announced([result])).toBeUndefined();
    expect(result.tests.filter(({ score }) => score !== 0)).toEqual([]);
  });

  test('turns the step red, as trouble of the grader', () => {
    expect(result.status).toBe('error');
    expect(isRed([result])).toBe(true);
    expect(result.tests.map(({ status }) => status)).toContain('error');
  });
});

describe('a lab that is too large for one variable', () => {
  const many = (count: number) => {
    const [task] = shown.tasks;
    const failed = shown.tasks[1]?.checks[0];
    if (!task || !failed) throw new Error('The sample has tasks with checks.');
    const checks = Array.from({ length: count }, (_, n) => ({ ...failed, id: `c${n}`, points: 0, max: 1 }));
    return { ...shown, points: 0, max: count, tasks: [{ ...task, max: count, points: 0, checks }] };
  };

  test('tells less, and still all results', () => {
    const result = read([many(250)]);
    expect(line([many(250)]).length).toBeLessThan(128 * 1024);
    expect(result.tests).toHaveLength(250);
    expect(result.tests[0]?.message).toBe('');
    expect(read([many(20)]).tests[0]?.message).not.toBe('');
  });

  test('is refused in the end', () => {
    expect(classroom([many(5000)], {})).toMatchObject({ ok: false, error: { code: 'format.too-large' } });
  });
});
