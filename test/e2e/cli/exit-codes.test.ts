import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { json, startFakeEngine, type FakeEngine, type Routes } from '../../contract/engine/fake-engine';
import { ubuntu } from '../../support/evidence';
import { CliFolder, ended, type Ended } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});
let fake: FakeEngine | undefined;
afterEach(async () => {
  await fake?.terminate();
});

const answering: Routes = { '/containers/ubuntu/json': json(ubuntu()), '/images/json': json([]) };

/** The command line below a shell that first does something to it. */
const below = (script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  ended(
    spawn('sh', ['-c', script, 'sh', process.execPath, folder.main, ...args], {
      cwd: folder.work,
      env: folder.env(env),
    }),
  );

const judged = ['grade', '01-web', '--evidence', 'reached.json'];
const oneSentence = ({ stderr }: Ended): string => {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
};

describe('whatever ends a command early, it says one sentence and could not grade', () => {
  test.each([[['grade']], [['lint']], [['report', 'r.json', 'csv']], [['class', 'report', 'results']]])(
    'a working directory that is gone: %j',
    async (args) => {
      mkdirSync(join(folder.work, 'gone'));
      const end = await below('cd gone && rmdir ../gone && exec "$@"', [...args]);
      expect(end).toMatchObject({ code: 3, stdout: '' });
      expect(oneSentence(end)).toContain('The folder that you are in is gone');
    },
  );

  /** Something that goes wrong while an engine is silent. */
  async function meanwhile(what: string, ...more: readonly string[]): Promise<Ended> {
    fake = await startFakeEngine({ ...answering, '/containers/ubuntu/json': () => undefined });
    const late = folder.put('late.js', `setImmediate(() => { ${what} });\n`);
    return folder.run(['grade', '01-web', ...more], {
      NODE_OPTIONS: `--require=${late}`,
      DOCKER_HOST: `unix://${fake.path}`,
      VIGIE_STACK: more.length > 0 ? '1' : '',
    });
  }

  test.each([
    ['a promise that was rejected', "void Promise.reject(new Error('boom'))", 'a bug of its own (boom)'],
    ['something thrown that is no error', "throw 'boom'", 'a bug of its own (boom)'],
    ['nothing thrown', 'throw undefined', 'a bug of its own'],
    [
      'what the system refuses',
      "require('node:fs').createReadStream('/nowhere/at/all')",
      'no such file or folder (ENOENT)',
    ],
  ])('%s', async (_, what, says) => {
    const end = await meanwhile(what);
    expect(end).toMatchObject({ code: 3, stdout: '' });
    expect(oneSentence(end)).toContain(says);
  });

  test('in French as well, and with where it was on demand', async () => {
    const end = await meanwhile("throw new Error('boom')", '--lang', 'fr');
    expect(end.code).toBe(3);
    expect(end.stderr).toContain('Vigie s’est arrêté sur une erreur qui est la sienne (boom)');
    expect(end.stderr).toContain('late.js:1');
  });

  test('nothing left to wait for', async () => {
    const never = folder.put('never.js', 'process.stdout.write = () => true;\n');
    const end = await folder.run(judged, { NODE_OPTIONS: `--require=${never}` });
    expect(end.code).toBe(3);
    expect(oneSentence(end)).toContain('with nothing left to wait for');
  });

  test.each([18, 22, 26, 30, 40, 60])(
    '%i open files and no more',
    async (most) => {
      fake = await startFakeEngine(answering);
      const end = await below(`ulimit -n ${most}; exec "$@"`, ['grade', '01-web'], {
        DOCKER_HOST: `unix://${fake.path}`,
      });
      // Where node itself cannot open its program, nothing of ours has run.
      if (end.stderr.includes('node:fs')) return;
      expect([0, 3]).toContain(end.code);
      if (end.code === 0) expect(end.stdout).toContain('Mark: 20 / 20');
      else expect(`${end.stdout}${end.stderr}`).not.toMatch(/^\s+at |not reached/m);
    },
    60_000,
  );

  test('an engine that changes the protocol at any question', async () => {
    fake = await startFakeEngine({
      ...answering,
      '/containers/ubuntu/json': (_, response) => {
        response.socket?.end(
          'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n',
        );
      },
    });
    const { code, stdout, stderr } = await folder.run(['grade', '01-web'], {
      DOCKER_HOST: `unix://${fake.path}`,
    });
    expect(code).toBe(3);
    expect(`${stdout}${stderr}`).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
  }, 30_000);
});

describe('a signal', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends grading at once with a sentence',
    async (signal) => {
      let asked: () => void = () => undefined;
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      fake = await startFakeEngine({
        ...answering,
        '/containers/ubuntu/json': () => {
          asked();
        },
      });
      const child = folder.start(['grade', '01-web'], {
        env: folder.env({ DOCKER_HOST: `unix://${fake.path}` }),
      });
      const end = ended(child);
      await isAsked;
      child.kill(signal);
      expect(await end).toMatchObject({
        code: 3,
        signal: null,
        stdout: '',
        stderr: '\nGrading was interrupted: nothing was marked.\n',
      });
    },
  );
});

describe('the mark is known although nobody listens', () => {
  test.each([
    ['standard output is closed', 'exec "$@" >&-'],
    ['standard error is closed', 'exec "$@" 2>&-'],
    ['both are', 'exec "$@" >&- 2>&-'],
    ['standard input is', 'exec "$@" <&-'],
    ['the reader goes after the first line', '{ "$@"; echo "code $?" >&2; } | head -n 1 >/dev/null'],
    ['the reader is gone from the start', '{ "$@"; echo "code $?" >&2; } | true'],
  ])('%s', async (_, script) => {
    const reached = await below(script, judged);
    const low = await below(script, ['grade', '01-web', '--evidence', 'below.json']);
    expect([reached.code, ...reached.stderr.matchAll(/code (\d)/g)].at(-1)).toEqual(
      script.includes('code') ? expect.arrayContaining(['0']) : 0,
    );
    expect([low.code, ...low.stderr.matchAll(/code (\d)/g)].at(-1)).toEqual(
      script.includes('code') ? expect.arrayContaining(['1']) : 1,
    );
  });
});
