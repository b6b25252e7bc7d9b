import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Release, Run } from '../../support/workflow-runner/action-run';
import { commandsIn } from '../../support/workflow-runner/commands-in';

const release = new Release();
let run: Run;
beforeAll(() => release.layOut(), 60_000);
afterAll(() => {
  release.remove();
});
beforeEach(() => {
  run = new Run(release);
});
afterEach(() => {
  run.remove();
});

const sessions = resolve(__dirname, '../../../labs/02-ubuntu/sessions');
const reference = readFileSync(join(sessions, 'reference.evidence.json'), 'utf8');

/** What the reference session left, with another answer to one question. */
function evidenceWith(fact: string, answer: unknown): string {
  const evidence = JSON.parse(reference) as { facts: Record<string, unknown> };
  return JSON.stringify({ ...evidence, facts: { ...evidence.facts, [fact]: answer } });
}
const answer = (text: string) => ({ value: { file: 'answers.yaml', text } });
const lost = { fault: { code: 'deadline', args: { call: 'GET', deadlineMs: 1 } } };

const lab = { labs: '02-ubuntu', language: 'en' };
const grade = (evidence: string, given: Readonly<Record<string, unknown>> = {}) => {
  run.put('seen.json', evidence);
  return run.job('grade', 'grade', { ...lab, submission: 'seen.json', ...given });
};
const artifact = (name: string, file: string): string =>
  readFileSync(join(run.artifacts.folder, name, file), 'utf8');

test('a full mark: summary, page, badge, outputs, attestation, and a job that succeeds', async () => {
  const { status, outputs, summary, log } = await grade(reference);
  expect({ status, outputs }).toEqual({
    status: 'success',
    outputs: { score: '20', max: '20', outcome: 'reached' },
  });
  expect(summary).toContain('02-ubuntu');
  expect(commandsIn(log).map((command) => command.split(' ')[0])).toEqual(['notice']);
  expect(run.artifacts.names()).toEqual(['vigie']);
  expect(artifact('vigie', 'report.html')).toContain('<!doctype html>');
  expect(artifact('vigie', 'badge.svg')).toContain('<svg');
  expect(run.attested).toEqual([artifact('vigie', 'report.json')]);
});

test('a low mark fails the job only after its artifact and its attestation are there', async () => {
  const { status, outputs, log } = await grade(evidenceWith('container/ubuntu', { value: null }));
  expect({ status, outcome: outputs['outcome'] }).toEqual({ status: 'failure', outcome: 'below' });
  expect(Number(outputs['score'])).toBeLessThan(10);
  expect(commandsIn(log).at(-1)).toMatch(/^error Grade: .* below what is asked for/);
  expect(run.attested).toEqual([artifact('vigie', 'report.json')]);
});

test('a low mark does not fail a job that asks for none', async () => {
  const { status } = await grade(evidenceWith('container/ubuntu', { value: null }), {
    'fail-below': 'never',
  });
  expect(status).toBe('success');
});

test('an incomplete grade has no score, is not attested, and leaves the one before it alone', async () => {
  await grade(reference);
  const before = artifact('vigie', 'report.json');
  const { status, outputs } = await grade(evidenceWith('container/ubuntu', lost), { 'fail-below': 'never' });
  expect({ status, outputs }).toEqual({
    status: 'failure',
    outputs: { score: '', max: '20', outcome: 'incomplete' },
  });
  expect(run.artifacts.names()).toEqual(['vigie', 'vigie-incomplete']);
  expect(artifact('vigie', 'report.json')).toBe(before);
  expect(run.attested).toHaveLength(1);
});

test('a second attempt with a grade takes the place of the first one', async () => {
  await grade(evidenceWith('container/ubuntu', { value: null }));
  await grade(reference);
  expect(JSON.parse(artifact('vigie', 'report.json'))).toMatchObject({ points: 20 });
});

test('the pass mark, the language, the formats and the name are the workflow’s', async () => {
  const seen = evidenceWith('answer/02-ubuntu/image-id', answer('ffffffffffff'));
  expect((await grade(seen)).outputs['outcome']).toBe('reached');
  const { status, outputs, summary } = await grade(seen, {
    'pass-mark': '20',
    'fail-below': '19',
    language: 'fr',
    reports: 'junit csv',
    artifact: 'tp2',
    attest: false,
  });
  expect({ status, outputs }).toEqual({
    status: 'success',
    outputs: { score: '19', max: '20', outcome: 'below' },
  });
  expect(summary).toContain('seuil de réussite : 20');
  expect(readdirSync(join(run.artifacts.folder, 'tp2')).sort()).toEqual([
    'grades.csv',
    'junit.xml',
    'report.json',
    'report.md',
  ]);
  expect(run.attested).toHaveLength(1);
});

describe('what will not do ends before anything is graded', () => {
  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['a language', { language: 'de' }, /^error Entrée « language » : « de »/],
    [
      'a file that is not there',
      { submission: 'lost.json' },
      /^error "lost.json" cannot be read: no such file or folder \(ENOENT\)/,
    ],
    ['a file of something else', { submission: 'other.json' }, /^error "other.json" is neither evidence/],
    ['a session that cannot be read', { submission: 'my.session' }, /^$/],
    ['a lab that is not there', { labs: '99-lost' }, /^$/],
    ['a pass mark above the scale', { 'pass-mark': '21' }, /^$/],
  ])('%s', async (_, given, says) => {
    run.put('other.json', '{"name": "x"}');
    run.put('my.session', 'docker run -dit ubuntu\n');
    const { status, outputs, log } = await grade(reference, given);
    expect({ status, outputs }).toEqual({ status: 'failure', outputs: { score: '', max: '', outcome: '' } });
    expect(commandsIn(log).join('\n')).toMatch(says);
    expect(log).not.toBe('');
    expect(run.artifacts.names()).toEqual([]);
    expect(run.attested).toEqual([]);
  });
});

test('inputs are text, never part of a script', async () => {
  const proof = join(run.folder, 'proof');
  const hostile = `"; touch ${proof}; $(touch ${proof}) \`touch ${proof}\``;
  await run.job('grade', 'grade', { ...lab, submission: hostile });
  await run.action({ ...lab, submission: hostile, labs: hostile, answers: hostile });
  expect(existsSync(proof)).toBe(false);
});

test('what a student’s host says commands nothing', async () => {
  const { log } = await grade(evidenceWith('answer/02-ubuntu/image-id', answer('x\n::error::pwned')));
  expect(log).toContain('pwned');
  expect(log).toMatch(/^::stop-commands::[0-9a-f-]{36}$/m);
  expect(commandsIn(log).filter((command) => command.startsWith('error pwned'))).toEqual([]);
});

describe('the action in somebody’s workflow', () => {
  test('takes a saved report, and says what that is worth', async () => {
    await grade(reference);
    const report = join(run.artifacts.folder, 'vigie', 'report.json');
    const { status, log } = await run.action({ ...lab, submission: report, artifact: '' });
    expect(status).toBe('success');
    expect(commandsIn(log)[0]).toMatch(/^warning The grade is what the submitted report says/);
    expect(log).toContain('Mark: 20 / 20');
  });

  test('without an engine there is no grade, nothing to upload, and a reason', async () => {
    const { status, log, summary } = await run.action(lab, { DOCKER_HOST: `unix://${run.folder}/none.sock` });
    expect(status).toBe('failure');
    expect(commandsIn(log).at(-1)).toMatch(/^error The grade is incomplete/);
    expect(summary).toContain('incomplete');
    expect(run.artifacts.names()).toEqual([]);
  });
});
