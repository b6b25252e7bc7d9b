import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

const refused = { status: 'failure', outputs: { score: '', max: '', outcome: '', digest: '' } } as const;
const lab = { labs: '02-ubuntu', language: 'en' };
const grade = (evidence: string, given: Readonly<Record<string, unknown>> = {}) => {
  run.put('seen.json', evidence);
  return run.grade({ ...lab, submission: 'seen.json', ...given });
};
const artifact = (name: string, file: string): string =>
  readFileSync(join(run.artifacts.folder, name, file), 'utf8');
/** What is attested of a report that was uploaded. */
const subject = (text: string): string =>
  `report.json sha256:${createHash('sha256').update(text).digest('hex')}`;

test('a full mark: summary, page, badge, outputs, attestation, and a job that succeeds', async () => {
  const { status, outputs, summary, log } = await grade(reference);
  expect({ status, outputs }).toEqual({
    status: 'success',
    outputs: { score: '20', max: '20', outcome: 'reached', digest: expect.any(String) },
  });
  expect(summary).toContain('02-ubuntu');
  expect(commandsIn(log).map((command) => command.split(' ')[0])).toEqual(['notice']);
  expect(run.artifacts.names()).toEqual(['vigie']);
  expect(artifact('vigie', 'report.html')).toContain('<!doctype html>');
  expect(artifact('vigie', 'badge.svg')).toContain('<svg');
  expect(run.attested).toEqual([subject(artifact('vigie', 'report.json'))]);
});

test('a low mark fails the job only after its artifact and its attestation are there', async () => {
  const { status, outputs, log } = await grade(evidenceWith('container/ubuntu', { value: null }));
  expect({ status, outcome: outputs['outcome'] }).toEqual({ status: 'failure', outcome: 'below' });
  expect(Number(outputs['score'])).toBeLessThan(10);
  expect(commandsIn(log).at(-1)).toMatch(/^error Grade: .* below what is asked for/);
  expect(run.attested).toEqual([subject(artifact('vigie', 'report.json'))]);
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
    outputs: { score: '', max: '20', outcome: 'incomplete', digest: '' },
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
    outputs: { score: '19', max: '20', outcome: 'below', digest: expect.any(String) },
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
    ['a file of something else', { submission: 'other.json' }, /^error "other.json" is no evidence/],
    ['a lab that is not there', { labs: '99-lost' }, /^error Input "labs": "99-lost" will not do/],
    ['a pass mark above the scale', { 'pass-mark': '21' }, /^$/],
  ])('%s', async (_, given, says) => {
    run.put('other.json', '{"name": "x"}');
    const { status, outputs, log } = await grade(reference, given);
    expect({ status, outputs }).toEqual(refused);
    expect(commandsIn(log).join('\n')).toMatch(says);
    expect(log).not.toBe('');
    expect(run.artifacts.names()).toEqual([]);
    expect(run.attested).toEqual([]);
  });
});

describe('an attestation is not to be had by who can edit the repository that calls', () => {
  /** Leaves a proof that it was run. */
  const program = (file: string): string =>
    `require('node:fs').writeFileSync(${JSON.stringify(file)}, '');\n`;
  const forged = (change: object): string =>
    JSON.stringify({ ...(JSON.parse(artifact('vigie', 'report.json')) as object), ...change });
  const session = 'vigie: 1\nsteps: []\n';

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    [
      'options among the labs',
      { labs: '02-ubuntu --graders ./evil' },
      /^error Input "labs": "--graders" will not/,
    ],
    ['an option as the only lab', { labs: '--help' }, /^error Input "labs": "--help" will not/],
    ['an option with its value', { labs: '--labs=evil' }, /^error Input "labs": "--labs=evil" will not/],
    [
      'a lab of the repository by its path',
      { labs: 'work/evil' },
      /^error Input "labs": "work\/evil" will not/,
    ],
    [
      'a lab of the repository by its file',
      { labs: 'evil.yaml' },
      /^error Input "labs": "evil.yaml" will not/,
    ],
    ['a path through the labs that ship', { labs: '02-ubuntu/../../../work/evil' }, /^error Input "labs"/],
    ['a script', { submission: 'play.sh' }, /^error "play.sh" is no evidence/],
    ['a session', { submission: 'my.session' }, /^error "my.session" is no evidence/],
    ['a folder to be played', { submission: 'play' }, /^error "play" is no evidence/],
    ['a saved report', { submission: 'report.json' }, /^error "report.json" is no evidence/],
    ['a report with points of its own', { submission: '9999.json' }, /^error "9999.json" is no evidence/],
    [
      'evidence out of the repository',
      { submission: '../../../outside.json' },
      /^error .*is outside the folder/,
    ],
    ['evidence by its absolute path', { submission: '/proc/self/environ' }, /^error .*is outside the folder/],
    ['the grader’s own files', { submission: '../.vigie/package.json' }, /^error .*is outside the folder/],
    ['a link that leads out', { submission: 'link.json' }, /^error "link.json" is outside the folder/],
    ['a folder that is a link', { submission: 'up/package.json' }, /^error .*is outside the folder/],
    ['an option as submission', { submission: '--graders=evil' }, /^error "--graders=evil" cannot be read/],
    [
      'a pass mark below the lab’s',
      { 'pass-mark': '0' },
      /^error Input "pass-mark": "0" will not do. Possible: ≥ 10/,
    ],
    ['a name with a line of its own', { artifact: 'vigie\nscore=20' }, /^error Input "artifact"/],
  ])('%s', async (_, given, says) => {
    await grade(reference);
    const proof = join(run.folder, 'proof');
    run.put('report.json', artifact('vigie', 'report.json'));
    run.put('9999.json', forged({ points: 9999 }));
    run.put('play.sh', `touch ${proof}\n`);
    run.put('play/Dockerfile', 'FROM ubuntu\n');
    run.put('my.session', session);
    run.put('evil/lab.yaml', 'vigie: 1\n');
    run.put('evil/x.grader.js', program(proof));
    run.put('../outside.json', reference);
    symlinkSync('../../../outside.json', join(run.repository, 'link.json'));
    symlinkSync('../.vigie', join(run.repository, 'up'));
    const { status, outputs, log, attest } = await grade(reference, given);
    expect({ status, outputs, attest }).toEqual({ ...refused, attest: 'skipped' });
    expect(commandsIn(log).join('\n')).toMatch(says);
    expect(existsSync(proof)).toBe(false);
    expect(run.attested).toHaveLength(1);
  });

  test('neither by packages that the repository brings', async () => {
    const proof = join(run.folder, 'proof');
    for (const name of ['node-notifier', '@lydell/node-pty', 'esbuild-register', 'ts-node', 'jest', 'yaml'])
      run.put(`node_modules/${name}/index.js`, program(proof));
    run.put('.vigie/action.yml', 'runs: { using: composite, steps: [] }\n');
    run.put('package.json', '{"type": "module"}');
    expect(await grade(reference)).toMatchObject({ status: 'success', attest: 'success' });
    expect(existsSync(proof)).toBe(false);
  });

  test('a report by another job of the run, in place of the one that was graded, is not what was attested', async () => {
    const given = { ...lab, submission: 'seen.json' };
    run.put('seen.json', evidenceWith('container/ubuntu', { value: null }));
    const { outputs, status } = await run.job('grade', 'grade', given);
    const graded = artifact('vigie', 'report.json');
    writeFileSync(join(run.artifacts.folder, 'vigie', 'report.json'), forged({ points: 20 }));
    await run.job('grade', 'attest', given, { needs: { grade: { result: status, outputs } } });
    expect(run.attested).toEqual([subject(graded)]);
  });
});

test('inputs are text, never part of a script', async () => {
  const proof = join(run.folder, 'proof');
  const hostile = `"; touch ${proof}; $(touch ${proof}) \`touch ${proof}\``;
  await run.grade({ ...lab, submission: hostile, labs: hostile, artifact: hostile, reports: hostile });
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

  test.each<[string, object, Readonly<Record<string, unknown>>, RegExp]>([
    [
      'another lab',
      {},
      { labs: '03-nginx' },
      /error The submitted report is about 02-ubuntu .* expected: 03-nginx/,
    ],
    ['fewer labs', {}, { labs: '02-ubuntu 03-nginx' }, /error The submitted report is about 02-ubuntu/],
    ['a lab that is not here', { id: '99-own' }, { labs: '' }, /error The submitted report is about 99-own/],
    ['another version of the lab', { hash: 'sha256:0' }, {}, /error .*02-ubuntu \(sha256:0\); expected/],
  ])('refuses a saved report of %s', async (_, changes, given, says) => {
    await grade(reference);
    const report = JSON.parse(artifact('vigie', 'report.json')) as { lab: object };
    const file = join(run.folder, 'handed-in.json');
    writeFileSync(file, JSON.stringify({ ...report, lab: { ...report.lab, ...changes } }));
    const { status, log, summary } = await run.action({ ...lab, submission: file, artifact: 'x', ...given });
    expect(status).toBe('failure');
    expect(commandsIn(log).join('\n')).toMatch(says);
    expect({ summary, artifacts: run.artifacts.names() }).toEqual({ summary: '', artifacts: ['vigie'] });
  });

  test('refuses a saved report that contradicts itself', async () => {
    await grade(reference);
    const report = JSON.parse(artifact('vigie', 'report.json')) as object;
    const file = join(run.folder, 'handed-in.json');
    writeFileSync(file, JSON.stringify({ ...report, points: 9999 }));
    const { status, log, summary } = await run.action({ ...lab, submission: file, artifact: 'x' });
    expect({ status, summary, artifacts: run.artifacts.names() }).toEqual({
      status: 'failure',
      summary: '',
      artifacts: ['vigie'],
    });
    expect(log).toContain('contradicts itself');
  });

  test('takes no name of a lab as an option', async () => {
    const proof = join(run.folder, 'proof');
    writeFileSync(join(run.folder, 'x.grader.js'), `require('node:fs').writeFileSync('${proof}', '');\n`);
    const { status, log } = await run.action({ ...lab, labs: `02-ubuntu --graders=${run.folder}` });
    expect(status).toBe('failure');
    expect(commandsIn(log).join('\n')).toMatch(/^error .*--graders=/);
    expect(existsSync(proof)).toBe(false);
  });

  test('waits for no pipe', async () => {
    const pipe = join(run.folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { status, log } = await run.action({ ...lab, submission: pipe });
    expect(status).toBe('failure');
    expect(commandsIn(log).join('\n')).toMatch(/^error .*no plain file/);
  });

  test('without an engine there is no grade, nothing to upload, and a reason', async () => {
    const { status, log, summary } = await run.action(lab, { DOCKER_HOST: `unix://${run.folder}/none.sock` });
    expect(status).toBe('failure');
    expect(commandsIn(log).at(-1)).toMatch(/^error The grade is incomplete/);
    expect(summary).toContain('incomplete');
    expect(run.artifacts.names()).toEqual([]);
  });
});
