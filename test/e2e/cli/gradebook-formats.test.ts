import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { classroom50Environment } from '../../support/classroom50-environment';
import { blocks } from '../../support/doc-blocks';
import { announced, decode, tableScores } from '../../support/readers/classroom-reporter';
import { schemaProblems } from '../../support/report-schema';
import { CliFolder, ended } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});

const grade = (evidence: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  folder.run(['grade', '01-web', '--evidence', evidence, ...args], env);
const read = (name: string): string => readFileSync(join(folder.work, name), 'utf8');
const remove = (name: string): void => {
  rmSync(join(folder.work, name), { force: true });
};

describe('classroom50', () => {
  const args = ['--report', 'classroom50', '--exit', 'graded'];
  const problems = schemaProblems('classroom50-result-v1');

  test.each([
    ['reached.json', 20],
    ['half.json', 10],
    ['below.json', 0],
  ])('%s is graded: result.json in the working folder, exit code 0', async (evidence, score) => {
    remove('result.json');
    const { code, stderr } = await grade(evidence, args, classroom50Environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(problems(read('result.json'))).toBeNull();
    expect(JSON.parse(read('result.json'))).toMatchObject({
      score,
      'max-score': 20,
      owner: 'alice',
      classroom: 'docker-f26',
    });
  });

  test('without --exit graded a low mark is exit code 1, as ever, and the result is the same', async () => {
    remove('result.json');
    expect(await grade('below.json', args.slice(0, 2), classroom50Environment)).toMatchObject({ code: 1 });
    expect(JSON.parse(read('result.json'))).toMatchObject({ score: 0 });
  });

  test('an incomplete grade writes nothing, says why, and ends with 3', async () => {
    remove('result.json');
    const { code, stdout, stderr } = await grade('lost.json', args, classroom50Environment);
    expect(code).toBe(3);
    expect(stdout).toContain('Incomplete: at least one point could not be checked.');
    expect(stderr.replaceAll('\n', ' ')).toContain(
      'The classroom50 report is not written: the mark is incomplete',
    );
    expect(stderr).toContain('[format.incomplete]');
    expect(existsSync(join(folder.work, 'result.json'))).toBe(false);
  });

  test('without its runner’s environment nothing is written, in the reader’s language; the other reports are', async () => {
    remove('result.json');
    const { code, stderr } = await grade(
      'reached.json',
      [...args, '--report', 'gradescope=results.json', '--lang', 'fr'],
      { CLASSROOM: 'docker-f26' },
    );
    expect(code).toBe(3);
    expect(stderr.replaceAll('\n', ' ')).toContain(
      'il manque des variables d’environnement, ASSIGNMENT, OWNER,',
    );
    expect(existsSync(join(folder.work, 'result.json'))).toBe(false);
    expect(JSON.parse(read('results.json'))).toMatchObject({ score: 20 });
  });

  test('a value that its runner would refuse cannot forge lines', async () => {
    const { code, stderr } = await grade('reached.json', args, {
      ...classroom50Environment,
      SUBMISSION_TAG: 'x\n::error::y\x1b[2J',
    });
    expect(code).toBe(3);
    expect(stderr).toContain('[format.environment-wrong]');
    expect(stderr).not.toMatch(/^\s*::/m);
    expect(stderr).not.toContain('\x1b');
  });
});

describe('the autograder.py of the docs', () => {
  const script = blocks.find(
    ({ language, text, at }) =>
      language === 'python' && at.startsWith('docs/reports.md') && text.includes('classroom50'),
  );

  /** As Classroom 50's runner does: in the student's checkout, with the bundle elsewhere. */
  async function submit(evidence: string) {
    const checkout = join(folder.path, `checkout-${evidence}`);
    mkdirSync(checkout, { recursive: true });
    // A student's own lab and grader beside her work change nothing.
    cpSync(join(folder.work, 'bad'), join(checkout, 'labs'), { recursive: true });
    cpSync(join(folder.work, evidence), join(checkout, 'seen.json'));
    const entry = folder.put('bundle/autograder.py', script?.text ?? '');
    cpSync(join(folder.work, 'labs'), join(folder.work, 'bundle/labs'), { recursive: true });
    const env = {
      ...classroom50Environment,
      ASSIGNMENT: '01-web',
      VIGIE: folder.path,
      CLASSROOM50_BUNDLE_DIR: join(folder.work, 'bundle'),
    };
    const { code, stderr } = await ended(spawn('python3', [entry], { cwd: checkout, env: folder.env(env) }));
    const file = join(checkout, 'result.json');
    return {
      code,
      stderr,
      result: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined,
    };
  }

  test('gives the mark of a submission with exit code 0, however low', async () => {
    expect(script).toBeDefined();
    expect(await submit('half.json')).toMatchObject({
      code: 0,
      stderr: '',
      result: { score: 10, 'max-score': 20, assignment: '01-web' },
    });
    expect(await submit('below.json')).toMatchObject({ code: 0, result: { score: 0, 'max-score': 20 } });
  });

  test('gives no result, and no 0, where something could not be found out', async () => {
    expect(await submit('lost.json')).toMatchObject({ code: 3, result: undefined });
  });
});

test('classroom is added to $GITHUB_OUTPUT, and the reporter’s table and points are the mark', async () => {
  const output = folder.put('github-output', 'first=1\n');
  expect(await grade('half.json', ['--report', `classroom=${output}`])).toMatchObject({
    code: 0,
    stderr: '',
  });
  const [first, line = ''] = read('github-output').split(/(?<=\n)/);
  expect(first).toBe('first=1\n');
  const result = decode(line);
  expect(announced([result])).toEqual({ totalPoints: 10, maxPoints: 20 });
  expect(tableScores(result)).toEqual([10, 10]);
});

test('an incomplete grade announces no points to GitHub Classroom', async () => {
  const output = folder.put('github-output', '');
  expect(await grade('lost.json', ['--report', `classroom=${output}`])).toMatchObject({
    code: 3,
    stderr: '',
  });
  expect(announced([decode(read('github-output'))])).toBeUndefined();
});

test.each([
  ['gradescope', { score: 10 }],
  ['prairielearn', { gradable: true, score: 0.5 }],
  [
    'check50',
    {
      slug: '01-web',
      results: [
        { name: 'run.1', passed: true },
        { name: 'terminal.1', passed: false },
      ],
    },
  ],
] as const)('%s: the same file from grading and from the saved report', async (format, expected) => {
  const reports = ['--report', `${format}=graded.json`, '--report', 'json=report.json'];
  expect(await grade('half.json', reports)).toMatchObject({ code: 0, stderr: '' });
  expect(await folder.run(['report', `${format}=converted.json`, 'report.json'])).toMatchObject({ code: 0 });
  expect(schemaProblems(format)(read('graded.json'))).toBeNull();
  expect(JSON.parse(read('graded.json'))).toMatchObject(expected);
  expect(read('converted.json')).toBe(read('graded.json'));
});

test.each([
  ['prairielearn', 0, { gradable: false }],
  ['check50', 0, { results: [{ passed: null }, {}] }],
  ['gradescope', 3, undefined],
])('%s of an incomplete report: exit code %i', async (format, code, expected) => {
  remove('incomplete.json');
  await grade('lost.json', ['--report', 'json=report.json']);
  expect(await folder.run(['report', `${format}=incomplete.json`, 'report.json'])).toMatchObject({ code });
  expect(existsSync(join(folder.work, 'incomplete.json'))).toBe(expected !== undefined);
  if (expected) expect(JSON.parse(read('incomplete.json'))).toMatchObject(expected);
});

test('an unknown rule for the exit code is told', async () => {
  expect(await grade('half.json', ['--exit', 'never'])).toMatchObject({ code: 2 });
});
