import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { look } from '../../../src/evidence/evidence';
import type { ExecRequest, Request, RequestOf } from '../../../src/evidence/request';
import { engineAt, lookAt } from '../../support/look-at';

let room: CleanRoom;
const minute = 60_000;

beforeAll(async () => {
  room = await openCleanRoom();
  await run('docker', 'run', '-dit', '--name', 'ubuntu', 'ubuntu');
  await run('docker', 'run', '-dit', '--name', 'ended', 'ubuntu', 'true');
  await run('docker', 'wait', 'ended');
  await run('docker', 'run', '-dit', '--name', 'paused', 'ubuntu');
  await run('docker', 'pause', 'paused');
}, 5 * minute);
afterAll(() => room.close(), minute);

async function run(...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await room.run(argv);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${stderr}`);
  return stdout.trim();
}

async function ask<R extends Request>(request: R) {
  return look(await lookAt(room.dockerHost, [request]), request);
}

const exec = (
  container: string,
  command: readonly string[],
  more: Partial<ExecRequest> = {},
): ExecRequest => ({
  fact: 'exec',
  container,
  command,
  deadlineMs: 20_000,
  ...more,
});

test(
  'top shows the processes of a running container, and nothing of any other',
  async () => {
    expect(await ask({ fact: 'top', container: 'ubuntu' })).toMatchObject({
      value: {
        titles: expect.arrayContaining(['UID', 'CMD']),
        processes: [expect.arrayContaining(['root', '/bin/bash'])],
      },
    });
    for (const container of ['ended', 'paused', 'nosuch'])
      expect(await ask({ fact: 'top', container })).toEqual({ value: null });
  },
  minute,
);

test(
  'each reading leaves a top event between the marks of a burst, and nothing else',
  async () => {
    const id = await run('docker', 'inspect', '-f', '{{.Id}}', 'ubuntu');
    const since = await run('date', '+%s.%N');
    await ask({ fact: 'top', container: 'ubuntu' });
    await ask({ fact: 'top', container: 'ubuntu' });
    const [begin, end] = ['begin', 'end'].map((side) =>
      expect.stringMatching(
        new RegExp(`^exec_create: vigie look ${side} [0-9a-f]{8}${side === 'end' ? ' top=1' : ''}$`),
      ),
    );
    expect(await actionsSince(since, id)).toEqual([begin, 'top', end, begin, 'top', end]);
    expect(await run('docker', 'top', 'ubuntu')).not.toContain('vigie');
  },
  minute,
);

async function actionsSince(since: string, id: string): Promise<string[]> {
  const engine = engineAt(room.dockerHost);
  const until = await run('date', '+%s.%N');
  const query = { since, until, filters: { container: [id] } };
  const call = { method: 'GET', path: '/events', query, as: 'ndjson-until-end' } as const;
  const answer = await engine.request(call, { deadlineMs: 10_000, maxBytes: 1_000_000 });
  engine.close();
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.body.map((event) => (event as { Action: string }).Action);
}

test(
  'exec tells the exit code and both streams',
  async () => {
    const fact = await ask(exec('ubuntu', ['sh', '-c', 'echo out; echo err >&2; exit 3']));
    expect(fact).toEqual({ value: { exitCode: 3, stdout: 'out\n', stderr: 'err\n', truncated: false } });
  },
  minute,
);

test(
  'exec runs as the user and in the folder that are asked for',
  async () => {
    const fact = await ask(
      exec('ubuntu', ['sh', '-c', 'id -un; pwd'], { user: 'www-data', workdir: '/usr' }),
    );
    expect(fact).toMatchObject({ value: { exitCode: 0, stdout: 'www-data\n/usr\n' } });
  },
  minute,
);

test.each<[string, readonly string[], Partial<ExecRequest>, RegExp]>([
  ['a program that is not there', ['nosuch'], {}, /"nosuch": executable file not found/],
  ['a file that is no program', ['/etc/passwd'], {}, /permission denied/],
  ['a user that is not there', ['true'], { user: 'nosuch' }, /unable to find user nosuch/],
  ['a folder that is not there', ['true'], { workdir: '/nosuch' }, /chdir to cwd/],
])(
  'exec of %s is a fact with the engine’s words',
  async (_what, command, more, words) => {
    const fact = await ask(exec('ubuntu', command, more));
    if (!('value' in fact) || fact.value === null) throw new Error(`No fact: ${JSON.stringify(fact)}`);
    expect([126, 127]).toContain(fact.value.exitCode);
    expect(fact.value.stdout + fact.value.stderr).toMatch(words);
  },
  minute,
);

test(
  'exec of a command that does not end is a fact after the deadline',
  async () => {
    const fact = await ask(exec('ubuntu', ['sh', '-c', 'echo begun; sleep 600'], { deadlineMs: 3_000 }));
    expect(fact).toEqual({ value: { exitCode: null, stdout: 'begun\n', stderr: '', truncated: false } });
  },
  minute,
);

test(
  'exec of a command that prints without end is cut',
  async () => {
    const fact = await ask(exec('ubuntu', ['yes']));
    if (!('value' in fact) || fact.value === null) throw new Error(`No fact: ${JSON.stringify(fact)}`);
    expect(fact.value.truncated).toBe(true);
    expect(fact.value.stdout.length).toBeGreaterThan(60_000);
    expect(fact.value.stdout.length).toBeLessThanOrEqual(65_536);
  },
  minute,
);

test(
  'exec is not tried on a container that does not run or is paused',
  async () => {
    const since = await run('date', '+%s.%N');
    for (const container of ['ended', 'paused', 'nosuch'])
      expect(await ask(exec(container, ['true']))).toEqual({ value: null });
    const until = await run('date', '+%s.%N');
    expect(await run('docker', 'events', '--since', since, '--until', until)).not.toContain('exec_create');
  },
  minute,
);

test(
  'candidates for a missing name are inspected, for one that is there none',
  async () => {
    const missing: RequestOf<'candidates'> = { fact: 'candidates', name: 'Ubuntu' };
    const fact = await ask(missing);
    expect(fact).toMatchObject({ value: [{ Name: '/ubuntu' }, expect.anything(), expect.anything()] });
    expect(await ask({ fact: 'candidates', name: 'ubuntu' })).toEqual({ value: [] });
  },
  minute,
);
