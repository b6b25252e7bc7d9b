import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ShownReports } from '../../../src/report/formats/format';
import { prairielearn } from '../../../src/report/formats/prairielearn';
import { anyGradedReports, anyReports } from '../../support/any-report';
import { complete } from '../../support/complete-report';
import { shownIn } from '../../support/report-builder';
import { schemaProblems } from '../../support/report-schema';
import { sample } from '../../support/sample-report';

interface Result {
  readonly gradable: boolean;
  readonly score?: number;
  readonly tests: readonly {
    readonly name: string;
    readonly points: number;
    readonly max_points: number;
    readonly message: string;
  }[];
}

const write = (reports: ShownReports): string => {
  const text = prairielearn(reports, {});
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
};
const read = (reports: ShownReports): Result => JSON.parse(write(reports)) as Result;
const problems = schemaProblems('prairielearn');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const shown = shownIn('en', complete);

test('its schema takes it, and would not take a score above 1, or none', () => {
  expect(problems(write([shown]))).toBeNull();
  expect(problems(write([shown, shownIn('fr', complete)]))).toBeNull();
  expect(problems(JSON.stringify({ ...read([shown]), score: 7 }))).not.toBeNull();
  expect(problems(JSON.stringify({ ...read([shown]), score: undefined }))).not.toBeNull();
});

test('the score is the mark’s part of the scale, whatever was graded', () => {
  fc.assert(
    fc.property(anyGradedReports, (reports) => {
      const result = read(reports);
      expect(problems(JSON.stringify(result))).toBeNull();
      expect((result.score ?? NaN) * sum(reports.map(({ max }) => max))).toBeCloseTo(
        sum(reports.map(({ points }) => points)),
        6,
      );
    }),
  );
});

test('what could not be found out is not gradable: no attempt is used up, and there is no score', () => {
  const result = read([shown, shownIn('fr', sample)]);
  expect(result).toMatchObject({
    gradable: false,
    format_errors: [expect.stringContaining('Incomplete: at least one point could not be checked.')],
  });
  expect(result).not.toHaveProperty('score');
  expect(problems(JSON.stringify(result))).toBeNull();
});

test('a report is gradable just where its grade is complete', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      expect(read(reports).gradable).toBe(reports.every(({ outcome }) => outcome !== 'incomplete'));
    }),
  );
});

test('a lab without points is a number too', () => {
  expect(read([{ ...shown, points: 0, max: 0 }]).score).toBe(1);
});

test('every outcome says what it is, or why', () => {
  expect(read([shown]).tests.map(({ message }) => message.split('\n')[0])).toEqual([
    'passed',
    'Container port 80 is published on host port 80 instead of 8080.',
    '"host name" does not have the expected value.',
    'to do',
    'Waiting: the step "Publish port 80 of the container on port 8080 of the host" has to pass first.',
    expect.stringContaining('no "gone"'),
    expect.stringContaining('same cause as above'),
    expect.stringContaining('no "broken"'),
    expect.stringContaining('absent that day'),
    'passed',
  ]);
});

test('stays below 1 MB by saying less, with all results', () => {
  const [task] = shown.tasks;
  const failed = shown.tasks[1]?.checks[0];
  if (!task || !failed) throw new Error('The sample has tasks with checks.');
  const long = { ...failed, advice: 'é'.repeat(9_000) };
  const lab = (count: number, check = long) => ({
    ...shown,
    tasks: [{ ...task, checks: Array.from({ length: count }, (_, n) => ({ ...check, id: `c${n}` })) }],
  });
  for (const count of [10, 100, 400]) {
    expect(Buffer.byteLength(write([lab(count)]))).toBeLessThanOrEqual(1_000_000);
    expect(read([lab(count)]).tests).toHaveLength(count);
  }
  expect(read([lab(10)]).tests[0]?.message.length).toBeGreaterThan(9_000);
  expect(prairielearn([lab(12_000, { ...long, advice: '' })], {})).toMatchObject({
    ok: false,
    error: { code: 'format.too-large' },
  });
});
