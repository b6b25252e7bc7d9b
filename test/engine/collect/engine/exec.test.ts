import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { openRoom, type CleanRoom } from '../../../../src/cleanroom/room/open-room';
import type { Engine } from '../../../../src/collect/engine/engine';
import { openAt } from '../../../contract/engine/engine-contract';

const limits = { deadlineMs: 20_000, maxBytes: 10_000 };
let room: CleanRoom;
let engine: Engine;

beforeAll(async () => {
  room = await openRoom({
    registry: undefined,
    binaries: undefined,
    store: 'classic',
    signal: undefined,
  });
  engine = openAt(room.dockerHost.replace('unix://', ''));
  await docker('import', imageOf(['/bin/sh', '/bin/sleep', '/usr/bin/yes']), 'tiny');
  await docker('run', '-d', '--name', 'awake', '--network', 'none', 'tiny', '/bin/sleep', '1000');
  await docker('create', '--name', 'asleep', '--network', 'none', 'tiny', '/bin/sleep', '1000');
}, 120_000);
afterAll(async () => {
  engine.close();
  await room.close();
}, 60_000);

async function docker(...argv: string[]): Promise<void> {
  const { code, stderr } = await room.run(['docker', ...argv]);
  if (code !== 0) throw new Error(stderr);
}

/** A tar with these programs of the machine and the libraries that they load. */
function imageOf(programs: readonly string[]): string {
  const libraries = execFileSync('ldd', programs, { encoding: 'utf8' }).match(/\/lib\S+/g) ?? [];
  const tar = join(room.home, 'tiny.tar');
  const files = [...new Set([...programs, ...libraries])].map((path) => path.replace(/^\/|:$/g, ''));
  // With their folders: what an archive leaves out is for root alone in an engine that has no native diff.
  const folders = [...new Set(files.flatMap(foldersAbove))].sort();
  execFileSync('tar', ['-C', '/', '--dereference', '--no-recursion', '-cf', tar, ...folders, ...files]);
  return tar;
}

const foldersAbove = (path: string): string[] =>
  dirname(path) === '.' ? [] : [...foldersAbove(dirname(path)), dirname(path)];

const sh = (script: string, container = 'awake') =>
  engine.exec({ container, command: ['/bin/sh', '-c', script] }, limits);

test('a command gives its exit code and its two outputs apart', async () => {
  expect(await sh('echo out; echo err >&2; exit 7')).toMatchObject({
    ok: true,
    body: { exitCode: 7, stdout: Buffer.from('out\n'), stderr: Buffer.from('err\n'), truncated: false },
  });
});

test('user and working directory are obeyed', async () => {
  const command = {
    container: 'awake',
    command: ['/bin/sh', '-c', 'pwd'],
    user: '1234',
    workdir: '/usr/bin',
  };
  expect(await engine.exec(command, limits)).toMatchObject({
    ok: true,
    body: { stdout: Buffer.from('/usr/bin\n') },
  });
});

test('a command that prints for ever is cut off at the cap', async () => {
  const answer = await sh('yes');
  expect(answer).toMatchObject({ ok: true, body: { truncated: true } });
  const { stdout } = answer.ok && 'stdout' in answer.body ? answer.body : { stdout: Buffer.alloc(0) };
  expect(stdout.length).toBeGreaterThan(9000);
});

test('a command that goes on after the deadline is said to run', async () => {
  const command = { container: 'awake', command: ['/bin/sh', '-c', 'echo begun; sleep 900'] };
  const answer = await engine.exec(command, { ...limits, deadlineMs: 1000 });
  expect(answer).toMatchObject({ ok: true, body: { exitCode: null, running: true, truncated: false } });
});

test('a container that does not run refuses, and one that is not there too', async () => {
  expect(await sh('true', 'asleep')).toMatchObject({
    ok: true,
    status: 409,
    body: { refused: expect.stringContaining('not running') },
  });
  expect(await sh('true', 'nosuch')).toMatchObject({ ok: true, status: 404 });
});
