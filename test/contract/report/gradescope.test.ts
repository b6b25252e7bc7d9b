import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ShownReports } from '../../../src/report/formats/format';
import { gradescope } from '../../../src/report/formats/gradescope';
import { anyGradedReports } from '../../support/any-report';
import { complete } from '../../support/complete-report';
import { shownIn } from '../../support/report-builder';
import { schemaProblems } from '../../support/report-schema';
import { sample } from '../../support/sample-report';

interface Result {
  readonly score: number;
  readonly tests: readonly {
    readonly name: string;
    readonly number: string;
    readonly score: number;
    readonly max_score: number;
    readonly status: string;
    readonly output?: string;
    readonly tags: readonly string[];
  }[];
}

const write = (reports: ShownReports): string => {
  const text = gradescope(reports, {});
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
};
const read = (reports: ShownReports): Result => JSON.parse(write(reports)) as Result;
const problems = schemaProblems('gradescope');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const shown = shownIn('en', complete);

test('its schema takes it, and would not take a status or a format of ours', () => {
  expect(problems(write([shown]))).toBeNull();
  expect(problems(write([shown, shownIn('fr', complete)]))).toBeNull();
  expect(problems(write([shown]).replace('"status": "passed"', '"status": "excused"'))).not.toBeNull();
  expect(problems(write([shown]).replace('"test_output_format"', '"tests_output_format"'))).not.toBeNull();
});

test('the total is the mark, whatever was graded; without a bonus the tests add up to it', () => {
  fc.assert(
    fc.property(anyGradedReports, (reports) => {
      const result = read(reports);
      expect(problems(JSON.stringify(result))).toBeNull();
      expect(result.score).toBeCloseTo(sum(reports.map(({ points }) => points)), 5);
      const tasks = reports.flatMap((report) => report.tasks);
      if (
        tasks.some(({ bonus }) => bonus) ||
        reports.some(({ tasks: own }) => own.every(({ max }) => max === 0))
      )
        return;
      expect(sum(result.tests.map(({ score }) => score))).toBeCloseTo(result.score, 3);
    }),
  );
});

test('every outcome: what passed or is excused is passed; why not is told', () => {
  const { tests } = read([shown]);
  expect(tests.map(({ number, status }) => [number, status])).toEqual([
    ['1.1', 'passed'],
    ['2.1', 'failed'],
    ['2.2', 'failed'],
    ['2.3', 'failed'],
    ['3.1', 'failed'],
    ['4.1', 'failed'],
    ['4.2', 'failed'],
    ['4.3', 'failed'],
    ['4.4', 'passed'],
    ['5.1', 'passed'],
  ]);
  expect(tests[1]?.output).toMatch(
    /^Container port 80 is published on host port 80 instead of 8080\.\npublished ports — expected/,
  );
  expect(tests[0]).not.toHaveProperty('output');
  expect(tests[9]?.tags).toEqual(['bonus', 'bonus']);
  expect(read([shown, shown]).tests[10]?.number).toBe('2.1.1');
});

test('a hidden check is there without what it asks, and hides no total', () => {
  const { tests } = read([shown]);
  expect(write([shown])).not.toContain('secret-name');
  expect(tests[3]).toMatchObject({
    name: expect.stringContaining('a check that is not shown in detail'),
    visibility: 'visible',
  });
});

describe('nothing is read as HTML or Markdown', () => {
  test('every text says that it is plain', () => {
    const text = write([shown]);
    expect(text).not.toMatch(/"(md|html|ansi|simple_format)"/);
    const { tests, ...top } = JSON.parse(text) as { readonly tests: readonly object[] };
    expect(top).toMatchObject({
      output_format: 'text',
      test_output_format: 'text',
      test_name_format: 'text',
    });
    expect(
      tests.filter((one) => !('name_format' in one) || ('output' in one && !('output_format' in one))),
    ).toEqual([]);
  });
});

test('an incomplete grade is no result: Gradescope then shows no mark', () => {
  expect(gradescope([shown, shownIn('en', sample)], {})).toEqual({
    ok: false,
    error: { code: 'format.incomplete' },
  });
});
