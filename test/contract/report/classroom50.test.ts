import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classroom50 } from '../../../src/report/formats/classroom50';
import type { ShownReports, Surroundings } from '../../../src/report/formats/format';
import { anyGradedReports } from '../../support/any-report';
import { classroom50Environment as environment } from '../../support/classroom50-environment';
import { complete } from '../../support/complete-report';
import { shownIn } from '../../support/report-builder';
import { schemaProblems } from '../../support/report-schema';
import { sample } from '../../support/sample-report';

interface Test {
  readonly 'test-name': string;
  readonly passed: boolean;
  readonly score: number;
  readonly 'max-score': number;
  readonly outcome: string;
  readonly bonus?: true;
  readonly message?: string;
}
interface Result {
  readonly score: number;
  readonly 'max-score': number;
  readonly tests: readonly Test[];
}

const shown = shownIn('en', complete);
const write = (reports: ShownReports, env: Surroundings = environment): string => {
  const text = classroom50(reports, env);
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
};
const resultOf = (...args: Parameters<typeof write>): Result => JSON.parse(write(...args)) as Result;
const problems = schemaProblems('classroom50-result-v1');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What `runner.py::validate_result` checks beyond the schema. */
const isPossible = ({ score, ...rest }: { readonly score: number; readonly 'max-score': number }): boolean =>
  score <= rest['max-score'];

test('the schema takes it: every outcome of a complete grade, one lab or several', () => {
  expect(problems(write([shown]))).toBeNull();
  expect(problems(write([shown, shownIn('fr', complete)]))).toBeNull();
});

test('the schema would not take half a point, or a test without its maximum', () => {
  expect(problems(write([shown]).replace(/"score": (\d+)/, '"score": $1.5'))).not.toBeNull();
  expect(problems(write([shown]).replace(/"max-score": \d+,?\s*"outcome"/, '"outcome"'))).not.toBeNull();
});

test('whatever was graded, the runner takes it, and the tests add up to the mark', () => {
  fc.assert(
    fc.property(anyGradedReports, (reports) => {
      const result = resultOf(reports);
      expect(problems(JSON.stringify(result))).toBeNull();
      expect([result, ...result.tests].filter((one) => !isPossible(one))).toEqual([]);
      expect(sum(result.tests.map(({ score }) => score))).toBe(result.score);
      const regular = result.tests.filter(({ bonus }) => bonus !== true);
      expect(sum(regular.map((one) => one['max-score']))).toBe(result['max-score']);
      expect(Math.abs(result.score - sum(reports.map(({ points }) => points)))).toBeLessThanOrEqual(0.5001);
      expect(Math.abs(result['max-score'] - sum(reports.map(({ max }) => max)))).toBeLessThanOrEqual(0.5001);
    }),
  );
});

test('a mark on whole points is that mark', () => {
  const { score, 'max-score': max } = resultOf([{ ...shown, points: 7, max: 20 }]);
  expect([score, max]).toEqual([7, 20]);
});

test('the commit is green where all is done: what is excused counts, a bonus that is missing does not', () => {
  const done = {
    ...shown,
    points: 20,
    tasks: shown.tasks.map((task) => ({
      ...task,
      points: task.bonus ? 0 : task.max,
      checks: task.checks.map((check) => {
        if (check.outcome === 'excused') return check;
        return {
          ...check,
          outcome: task.bonus ? ('failed' as const) : ('passed' as const),
          points: task.bonus ? 0 : check.max,
        };
      }),
    })),
  };
  const { tests } = resultOf([done]);
  expect(tests.map(({ outcome }) => outcome)).toContain('excused');
  // The runner derives success from `passed` of all tests.
  expect(tests.filter(({ passed }) => !passed)).toEqual([]);
});

test('every outcome: only what passed or is excused is passed; why not is told', () => {
  const { tests } = resultOf([shown]);
  expect(tests.map(({ outcome, passed, bonus }) => [outcome, passed, bonus === true])).toEqual([
    ['passed', true, false],
    ['failed', false, false],
    ['failed', false, false],
    ['failed', false, false],
    ['blocked', false, false],
    ['failed', false, false],
    ['blocked', false, false],
    ['failed', false, false],
    ['excused', true, false],
    ['passed', true, true],
  ]);
  expect(tests[1]).toMatchObject({
    'test-name':
      'Publish port 80 of the container on port 8080 of the host · container ubuntu (published ports)',
    message: expect.stringMatching(
      /^Container port 80 is published on host port 80 instead of 8080\.\npublished ports — expected/,
    ),
  });
  expect(tests[0]).not.toHaveProperty('message');
  expect(tests[9]?.['test-name']).toMatch(/\(bonus\)$/);
});

describe('who submitted what', () => {
  test('is what the runner says', () => {
    expect(JSON.parse(write([shown]))).toMatchObject({
      schema: 'classroom50/result/v1',
      classroom: 'docker-f26',
      assignment: 'lab2',
      assignment_type: 'individual',
      owner: 'alice',
      submission: environment.SUBMISSION_TAG,
      commit: environment.COMMIT_URL,
      release: environment.RELEASE_URL,
      review: environment.REVIEW_URL,
      datetime: '2026-01-01T00:00:00Z',
      graded_at: '2026-01-01T00:00:00Z',
      submitted_by: { username: 'alice', id: 4711 },
    });
  });

  test.each([
    [{ REVIEW_URL: '' }, { review: environment.COMMIT_URL }],
    [{ OWNER: undefined }, { owner: 'alice' }],
    [{ ASSIGNMENT_TYPE: undefined }, { assignment_type: 'individual' }],
    [{ ASSIGNMENT_TYPE: 'group' }, { assignment_type: 'group' }],
    [{ GITHUB_ACTOR_ID: 'x' }, { submitted_by: { username: 'alice', id: null } }],
  ])('is filled in as the runner’s own stub does: %j', (changes, expected) => {
    const text = write([shown], { ...environment, ...changes });
    expect(JSON.parse(text)).toMatchObject(expected);
    expect(problems(text)).toBeNull();
  });

  test.each(['CLASSROOM', 'ASSIGNMENT', 'SUBMISSION_TAG', 'COMMIT_URL', 'RELEASE_URL'])(
    'is never invented: without %s there is no result',
    (name) => {
      const problem = { ok: false, error: { code: 'format.environment-missing', names: [name] } };
      expect(classroom50([shown], { ...environment, [name]: undefined })).toEqual(problem);
      expect(classroom50([shown], { ...environment, [name]: '' })).toEqual(problem);
    },
  );

  test('all that is missing is told at once', () => {
    expect(classroom50([shown], {})).toMatchObject({
      error: { names: ['CLASSROOM', 'ASSIGNMENT', 'OWNER', 'SUBMISSION_TAG', 'COMMIT_URL', 'RELEASE_URL'] },
    });
  });

  test.each([
    ['SUBMISSION_TAG', 'v1.0'],
    ['ASSIGNMENT_TYPE', 'pair'],
  ])('that the runner would refuse is refused here: %s=%s', (name, value) => {
    expect(classroom50([shown], { ...environment, [name]: value })).toMatchObject({
      ok: false,
      error: { code: 'format.environment-wrong', name, value },
    });
  });
});

test('an incomplete grade is no result', () => {
  expect(classroom50([shown, shownIn('en', sample)], environment)).toEqual({
    ok: false,
    error: { code: 'format.incomplete' },
  });
});
