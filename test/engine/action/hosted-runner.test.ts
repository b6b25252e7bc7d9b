import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCleanRoom } from '../../../src/cleanroom';
import { readWorkflow } from '../../support/workflow-runner/workflow-file';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

const repository = resolve(__dirname, '../../..');
const folders: string[] = [];

beforeAll(async () => {
  if (spawnSync('sudo', ['--version']).status !== 0)
    execFileSync('apt-get', ['-q', 'install', '-y', '--no-install-recommends', 'sudo'], { stdio: 'ignore' });
  await (await openCleanRoom()).close();
}, BUILD_MS);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs a command in a folder of the hosted user's, where the package is at /mnt. */
function asHostedUser(command: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-hosted-'));
  folders.push(folder);
  const script = join(__dirname, 'hosted-user.sh');
  const { stdout, stderr, status } = spawnSync(
    'unshare',
    ['--mount', '--propagation', 'private', 'sh', script, folder, repository, ...command],
    {
      encoding: 'utf8',
      timeout: 2 * MINUTE,
      env: {
        PATH: process.env['PATH'],
        HOME: join(folder, 'home'),
        RUNNER_TEMP: join(folder, 'work'),
        ...env,
      },
    },
  );
  return { said: stdout + stderr, status, work: join(folder, 'work') };
}

test(
  'the action plays what was handed in for a user who is not root and may be',
  () => {
    expect(asHostedUser(['id', '-u']).said).toBe('64321\n');
    const { said, status } = asHostedUser(
      ['sh', '-c', '"$0" /mnt/dist/action/main.js grade && cat "$GITHUB_OUTPUT"', process.execPath],
      {
        INPUT_LABS: '01-hello-world',
        INPUT_LANGUAGE: 'fr',
        INPUT_FAIL_BELOW: 'pass',
        INPUT_ARTIFACT: 'vigie',
        INPUT_SUBMISSION: '/mnt/labs/01-hello-world/sessions/reference.session',
        GITHUB_OUTPUT: 'outputs',
        XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '', '.cache'),
      },
    );
    expect({ status, said }).toMatchObject({ status: 0, said: expect.stringMatching(/outcome[^]*reached/) });
    expect(said).toMatch(/score[^]*20/);
  },
  3 * MINUTE,
);

test(
  'class.yml plays the submissions of a roster for such a user',
  () => {
    const step = readWorkflow(join(repository, '.github/workflows/class.yml')).jobs['grade']?.steps?.find(
      ({ name }) => name === 'Grade this shard',
    );
    if (step?.run === undefined) throw new Error('class.yml has no such step.');
    const roster =
      'version: 1\nlabs: [01-hello-world]\nstudents:\n  Ada: { id: ada, submission: ada.session }\n';
    const prepare = `printf %s "$ROSTER_TEXT" > roster.yaml; cp /mnt/labs/01-hello-world/sessions/reference.session ada.session; ln -s /mnt .vigie; `;
    const { said, status, work } = asHostedUser(['bash', '-ec', prepare + step.run], {
      ROSTER_TEXT: roster,
      ROSTER: 'roster.yaml',
      LABS: '.vigie/labs',
      LANGUAGE: 'fr',
      INDEX: '0',
      TOTAL: '1',
      XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '', '.cache'),
    });
    expect({ said, status }).toMatchObject({ status: 0 });
    expect(readFileSync(join(work, 'vigie-results/students/ada.json'), 'utf8')).toMatch(/"points":\s*20/);
  },
  3 * MINUTE,
);
