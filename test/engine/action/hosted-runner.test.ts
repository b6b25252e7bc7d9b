import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCleanRoom } from '../../../src/cleanroom';
import { Release } from '../../support/workflow-runner/action-run';
import { readOutputs } from '../../support/workflow-runner/read-outputs';
import { readWorkflow } from '../../support/workflow-runner/workflow-file';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

const repository = resolve(__dirname, '../../..');
const labs = join(repository, 'labs');
const release = new Release();
const folders: string[] = [];

beforeAll(async () => {
  if (spawnSync('sudo', ['--version']).status !== 0)
    execFileSync('apt-get', ['-q', 'install', '-y', '--no-install-recommends', 'sudo'], { stdio: 'ignore' });
  await release.layOut();
  // Files of the checkout are not for others to read, where its owner has so arranged; those of a release are.
  execFileSync('chmod', ['-R', 'a+rX', release.folder]);
  await (await openCleanRoom()).close();
}, BUILD_MS);
afterAll(() => {
  release.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs a command in a folder of the hosted user's with these files, where a release is at /mnt and the checkout is out of reach. */
function asHostedUser(
  command: readonly string[],
  files: Readonly<Record<string, string>> = {},
  env: NodeJS.ProcessEnv = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-hosted-'));
  folders.push(folder);
  const work = join(folder, 'work');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(work, name, '..'), { recursive: true });
    writeFileSync(join(work, name), text);
  }
  const script = join(__dirname, 'hosted-user.sh');
  const { stdout, stderr, status } = spawnSync(
    'unshare',
    [
      ...['--mount', '--propagation', 'private', 'sh', script, folder, release.folder, repository],
      ...command,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 2 * MINUTE,
      env: {
        PATH: process.env['PATH'],
        HOME: join(folder, 'home'),
        RUNNER_TEMP: work,
        XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '', '.cache'),
        ...env,
      },
    },
  );
  return { said: stdout + stderr, status, work };
}

interface Played {
  readonly points: number;
  readonly outcome: string;
  readonly replay?: { readonly kind: string; readonly problem?: unknown };
}

/** The action’s step, and what it left. */
function act(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const { said, status, work } = asHostedUser(
    [process.execPath, '/mnt/dist/action/main.js', 'grade'],
    files,
    {
      INPUT_LABS: '01-hello-world',
      INPUT_LANGUAGE: 'en',
      INPUT_FAIL_BELOW: 'pass',
      INPUT_ARTIFACT: 'vigie',
      GITHUB_OUTPUT: 'outputs',
      ...inputs,
    },
  );
  const file = join(work, 'outputs');
  const outputs = existsSync(file) ? readOutputs(readFileSync(file, 'utf8')) : {};
  const text = outputs['report'] ? readFileSync(outputs['report'], 'utf8') : 'null';
  return { said, status, outputs, report: JSON.parse(text) as Played | null };
}

const text = (...path: readonly string[]): string => readFileSync(join(labs, ...path), 'utf8');

test('the checkout is out of reach, and its user is not root', () => {
  expect(asHostedUser(['id', '-u']).said).toBe('64321\n');
  expect(asHostedUser(['ls', '-A', repository]).said).toBe('');
  expect(asHostedUser(['ls', '/mnt/labs/01-hello-world']).said).not.toContain('sessions');
});

describe('a release, alone on its disk, plays for a user who is not root and may be', () => {
  test.each<[string, Readonly<Record<string, string>>, string, Readonly<Record<string, string>>, number]>([
    [
      'a session',
      { 'my.session': text('01-hello-world', 'sessions', 'reference.session') },
      'session',
      { INPUT_SUBMISSION: 'my.session' },
      20,
    ],
    [
      'a script',
      { 'work.sh': 'docker pull -q hello-world\ndocker run hello-world\n' },
      'script',
      { INPUT_SUBMISSION: 'work.sh', INPUT_TIME_LIMIT: '90s' },
      20,
    ],
    [
      'a Dockerfile',
      { 'work/Dockerfile': 'FROM hello-world\n' },
      'dockerfile',
      { INPUT_SUBMISSION: 'work' },
      20,
    ],
    [
      'a compose file',
      { 'compose.yaml': 'services:\n  hello:\n    image: hello-world\n' },
      'compose',
      { INPUT_SUBMISSION: 'compose.yaml' },
      20,
    ],
  ])(
    '%s',
    (_, files, kind, inputs, points) => {
      const { said, status, report } = act(files, inputs);
      expect({ status, said }).toMatchObject({ status: 0, said: expect.not.stringContaining('Cannot find') });
      expect(report).toMatchObject({
        points,
        outcome: expect.stringMatching(/reached|below/),
        replay: { kind },
      });
      expect(report?.replay?.problem).toBeUndefined();
    },
    3 * MINUTE,
  );
});

describe('a release, alone on its disk, without an engine', () => {
  const evidence = { 'seen.json': text('02-ubuntu', 'sessions', 'reference.evidence.json') };

  test(
    'judges evidence, and writes every report',
    () => {
      const formats = ['terminal html badge markdown github junit ctrf tap csv classroom50 classroom'];
      formats.push('gradescope prairielearn check50');
      const inputs = {
        INPUT_LABS: '02-ubuntu',
        INPUT_SUBMISSION: 'seen.json',
        INPUT_REPORTS: formats.join(' '),
      };
      const { said, status, outputs, report } = act(evidence, inputs);
      expect({ status, said }).toMatchObject({ status: 0 });
      expect(report).toMatchObject({ points: 20 });
      expect(outputs).toMatchObject({
        score: '20',
        outcome: 'reached',
        digest: expect.stringMatching(/^sha256:/),
      });
      const again = act(
        { 'r.json': JSON.stringify(report) },
        { INPUT_LABS: '02-ubuntu', INPUT_SUBMISSION: 'r.json' },
      );
      expect(again.outputs).toMatchObject({ score: '20', outcome: 'reached' });
    },
    MINUTE,
  );

  test(
    'says that there is none',
    () => {
      const { status, outputs } = act({}, { DOCKER_HOST: 'unix:///nowhere.sock' });
      expect({ status, outputs }).toMatchObject({ status: 0, outputs: { outcome: 'incomplete', score: '' } });
    },
    MINUTE,
  );
});

test(
  'class.yml plays the submissions of a roster for such a user, and makes the gradebook',
  () => {
    const { jobs } = readWorkflow(join(repository, '.github/workflows/class.yml'));
    const stepOf = (job: string, name: string): string => {
      const run = jobs[job]?.steps?.find((step) => step.name === name)?.run;
      if (run === undefined) throw new Error(`class.yml has no step ${name}.`);
      return run;
    };
    const roster =
      'version: 1\nlabs: [01-hello-world]\nstudents:\n  Ada: { id: ada, submission: ada.session }\n';
    const script = [
      'ln -s /mnt .vigie',
      `(${stepOf('grade', 'Grade this shard')}) || exit $?`,
      // As the artifact comes back, without its owner.
      'mkdir vigie-shards && cp -R vigie-results vigie-shards/vigie-shard-0',
      `(${stepOf('gradebook', 'Put the shards together')}) || exit $?`,
      stepOf('gradebook', 'Summary'),
    ].join('\n');
    const { said, status, work } = asHostedUser(
      ['bash', '-ec', script],
      { 'roster.yaml': roster, 'ada.session': text('01-hello-world', 'sessions', 'reference.session') },
      {
        ROSTER: 'roster.yaml',
        LABS: '.vigie/labs',
        LANGUAGE: 'fr',
        INDEX: '0',
        TOTAL: '1',
        INPUT_LANGUAGE: 'fr',
        GITHUB_STEP_SUMMARY: 'summary.md',
      },
    );
    expect({ said, status }).toMatchObject({ status: 0 });
    expect(readFileSync(join(work, 'vigie-results/students/ada.json'), 'utf8')).toMatch(/"points":\s*20/);
    expect(readFileSync(join(work, 'vigie-gradebook/gradebook.csv'), 'utf8')).toContain('Ada');
    expect(readFileSync(join(work, 'summary.md'), 'utf8')).toContain('01-hello-world');
  },
  3 * MINUTE,
);
