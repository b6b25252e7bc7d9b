import { describe, expect, test } from '@jest/globals';
import { execKind } from '../../../../src/checks/kinds/exec';
import { requestOf } from '../../../../src/checks/kinds/http/request';
import { caps } from '../../../../src/evidence/caps';
import type { CheckVerdict } from '../../../../src/judge/verdict';
import type { Json, JsonObject } from '../../../../src/text/json';
import { anyLab, checkOf, found, judged, theContainer, ubuntu } from '../../../support/evidence';
import { judgeImage } from '../../../support/image-evidence';

/** What a check of each kind says of a value that its cap has shortened to this text. */
const kinds: Readonly<Record<string, (text: string, key: string, expected: Json) => CheckVerdict>> = {
  file: (text, _key, content) =>
    judged(checkOf('file', '/x', { in: 'ubuntu', content }), [
      ...theContainer(ubuntu()),
      found(
        { fact: 'file', container: 'ubuntu', path: '/x' },
        { type: 'file', mode: 0o644, size: 9e5, content: text, truncated: true },
      ),
    ]).verdict,
  stdout: (text, key, expected) =>
    judgeExec({ [key]: expected }, { exitCode: 0, stdout: text, truncated: true }),
  stderr: (text, key, expected) =>
    judgeExec({ [key]: expected }, { exitCode: 0, stderr: text, truncated: true }),
  output: (text, key, expected) => judgeLog({ [key]: expected }, text),
  typed: (text, key, expected) => judgeLog({ [key]: expected }, `root@b6c13eacabfa:/# ${text}\n`),
  body: (text, _key, body) => {
    const check = checkOf('http', { container: 'ubuntu', port: 80, path: '/' }, { body });
    const fact = { outcome: 'answered', status: 200, body: text, truncated: true } as const;
    return judged(check, [...theContainer(ubuntu()), found(requestOf({ check, lab: anyLab }), fact)]).verdict;
  },
};

function judgeExec(keys: JsonObject, fact: object): CheckVerdict {
  const check = checkOf('exec', 'x', { in: 'ubuntu', ...keys });
  const request = execKind.needs({ check, lab: anyLab }).at(-1);
  if (request?.fact !== 'exec') throw new Error('An exec check asks for its command last.');
  const whole = { exitCode: null, stdout: '', stderr: '', truncated: false };
  return judged(check, [...theContainer(ubuntu()), found(request, { ...whole, ...fact })]).verdict;
}

function judgeLog(keys: JsonObject, stdout: string): CheckVerdict {
  return judged(checkOf('logs', 'ubuntu', keys), [
    ...theContainer(ubuntu()),
    found({ fact: 'logs', container: 'ubuntu' }, { tty: true, stdout, stderr: '', truncated: true }),
  ]).verdict;
}

describe.each(Object.keys(kinds))('of a cut %s', (key) => {
  const outcome = (text: string, expected: Json) => kinds[key]?.(text, key, expected).outcome;

  test('what is found is found', () => {
    expect(outcome('apt install nginx', '/install/')).toBe('passed');
    expect(outcome('apt install nginx', { not: '/install/' })).toBe('failed');
  });

  test('what is not found is not known, nor is its absence', () => {
    for (const expected of ['/python3/', { not: '/python3/' }, { none: ['/python3/'] }])
      expect([expected, outcome('apt', expected)]).toEqual([expected, 'error']);
  });
});

test('what looks like the end of a cut text is not one', () => {
  for (const key of ['file', 'stdout', 'output', 'body'])
    expect(kinds[key]?.('apt install', key, { matches: 'install$' }).outcome).toBe('error');
});

test('a verdict says what was cut, and at what', () => {
  expect(kinds['stdout']?.('a', 'stdout', '/b/').message).toEqual({
    code: 'check.fault',
    args: { fault: { code: 'value.cut', args: { what: 'stdout', bytes: caps.execOutput } } },
  });
});

test('half a character at the cut is not taken for another one', () => {
  expect(kinds['file']?.('caf\ufffd', 'file', { contains: '\ufffd' }).outcome).toBe('error');
});

describe('a command that had not ended', () => {
  test('after the usual time has an exit code that nobody knows, and what it printed so far', () => {
    expect(judgeExec({ 'exit-code': 0 }, {})).toMatchObject({
      outcome: 'error',
      message: { args: { fault: { code: 'value.cut', args: { what: 'exit-code', deadlineMs: 10_000 } } } },
    });
    expect(judgeExec({ 'exit-code': { exists: false } }, {}).outcome).toBe('error');
    expect(judgeExec({ stdout: '/begun/' }, { stdout: 'begun\n' }).outcome).toBe('passed');
    expect(judgeExec({ stdout: '/done/' }, { stdout: 'begun\n' }).outcome).toBe('error');
  });

  test('and printed too much: both are not known', () => {
    const endless = { stdout: 'y\n', truncated: true };
    expect(judgeExec({ 'exit-code': 0 }, endless).outcome).toBe('error');
    expect(judgeExec({ 'exit-code': 0 }, { ...endless, exitCode: 0 }).outcome).toBe('passed');
  });

  test('within the time that its author gives it fails', () => {
    expect(judgeExec({ 'exit-code': 0, deadline: '2s' }, {})).toMatchObject({
      outcome: 'failed',
      message: { code: 'exec.never-ends' },
    });
  });
});

describe('of more processes than are listed', () => {
  const judge = (commands: readonly string[], keys: JsonObject, subject = 'nginx') =>
    judged(checkOf('process', subject, { in: 'ubuntu', ...keys }), [
      ...theContainer(ubuntu()),
      found(
        { fact: 'top', container: 'ubuntu' },
        { titles: ['UID', 'PID', 'CMD'], processes: commands.map((command) => ['root', '1', command]) },
      ),
    ]).verdict.outcome;
  const many = [...Array.from({ length: caps.processes - 2 }, () => 'sleep'), 'nginx', 'nginx: worker'];

  test('one that is seen runs, and of one that is not nobody knows', () => {
    expect(judge(many, {})).toBe('passed');
    expect(judge(many, {}, 'apache2')).toBe('error');
    expect(judge(many, { exists: false }, 'apache2')).toBe('error');
    expect(judge(['sleep'], {}, 'apache2')).toBe('failed');
  });

  test('there are at least as many as are seen', () => {
    expect(judge(many, { count: { gte: 2 } })).toBe('passed');
    expect(judge(many, { count: { lt: 2 } })).toBe('failed');
    expect(judge(many, { count: 1 })).toBe('failed');
    expect(judge(many, { count: 2 })).toBe('error');
    expect(judge(many, { count: 0 }, 'apache2')).toBe('error');
    expect(judge(many, { user: ['root'] })).toBe('passed');
    expect(judge(many, { user: { only: ['root'] } })).toBe('error');
  });

  test('a command line may go on behind what is kept of it', () => {
    const long = `java ${'x'.repeat(caps.processCell - 9)} app`;
    const lines = [long.slice(0, caps.processCell)];
    expect(judge(lines, {}, 'java')).toBe('passed');
    expect(judge(lines, {}, 'app')).toBe('error');
    expect(judge(lines, { command: '/-jar/' }, 'java')).toBe('error');
    expect(judge(lines, { command: '/^java/' }, 'java')).toBe('passed');
  });
});

test('of an image made in more steps than are listed the others are not known', () => {
  const step = { createdBy: 'RUN a', comment: '', tags: [] };
  const judge = (steps: number, history: Json) =>
    judgeImage(
      'ubuntu:latest',
      { history },
      {
        image: {
          'ubuntu:latest': {
            inspect: { Id: 'sha256:1' },
            history: Array.from({ length: steps }, () => step),
          },
        },
      },
    ).verdict.outcome;
  expect(judge(caps.imageSteps, '/apt/')).toBe('error');
  expect(judge(caps.imageSteps, { not: '/apt/' })).toBe('error');
  expect(judge(caps.imageSteps, 'RUN a')).toBe('passed');
  expect(judge(caps.imageSteps - 1, '/apt/')).toBe('failed');
});

test('an answer that is longer than what is kept is not judged by its beginning', () => {
  const judge = (text: string, keys: JsonObject) =>
    judged(checkOf('answer', 'q', { question: 'What?', ...keys }), [
      found({ fact: 'answer', lab: 'lab', question: 'q' }, { file: 'answers.yaml', text }),
    ]).verdict.outcome;
  expect(judge('a'.repeat(caps.answer), { equals: 'a'.repeat(caps.answer) })).toBe('error');
  expect(judge('a'.repeat(caps.answer), { matches: '/a/' })).toBe('passed');
  expect(judge('a'.repeat(caps.answer - 1), { equals: 'b' })).toBe('failed');
});

test('what is cut says nothing of what is compared with it', () => {
  const check = checkOf('answer', 'q', { question: 'What?', equals: { 'same-as': 'logs/ubuntu.output' } });
  const { outcome } = judged(check, [
    found({ fact: 'answer', lab: 'lab', question: 'q' }, { file: 'answers.yaml', text: 'x' }),
    ...theContainer(ubuntu()),
    found({ fact: 'logs', container: 'ubuntu' }, { tty: true, stdout: 'x', stderr: '', truncated: true }),
  ]).verdict;
  expect(outcome).toBe('error');
});
