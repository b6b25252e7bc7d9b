import { afterEach, expect, test } from '@jest/globals';
import type { Engine } from '../../../src/collect/engine/engine';
import { openAt } from './engine-contract';
import { json, startFakeEngine, type FakeEngine, type Handler } from './fake-engine';

const limits = { deadlineMs: 5000, maxBytes: 1000 };
let fake: FakeEngine | undefined;
let engine: Engine | undefined;
afterEach(async () => {
  engine?.close();
  await fake?.terminate();
});

async function engineThatStarts(
  start: Handler,
  exitCode: number | null = 0,
  create = json({ Id: 'e1' }, 201),
): Promise<Engine> {
  fake = await startFakeEngine({
    '/containers/c/exec': create,
    '/exec/e1/start': start,
    '/exec/e1/json': json({ ExitCode: exitCode, Running: exitCode === null }),
  });
  engine = openAt(fake.path);
  return engine;
}

function frame(stream: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

const prints =
  (...frames: Buffer[]): Handler =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/vnd.docker.raw-stream' });
    response.end(Buffer.concat(frames));
  };

test('a command gives its exit code and its two outputs apart', async () => {
  const asked = await engineThatStarts(prints(frame(1, 'out'), frame(2, 'err'), frame(1, ' more')), 3);
  const answer = await asked.exec({ container: 'c', command: ['ls'] }, limits);
  expect(answer).toMatchObject({
    ok: true,
    body: { exitCode: 3, stdout: Buffer.from('out more'), stderr: Buffer.from('err'), truncated: false },
  });
});

test('output over the cap is cut off and said to be', async () => {
  const asked = await engineThatStarts(prints(frame(1, 'a'.repeat(5000))), null);
  const answer = await asked.exec({ container: 'c', command: ['yes'] }, limits);
  expect(answer).toMatchObject({
    ok: true,
    body: { exitCode: null, stdout: Buffer.from('a'.repeat(992)), truncated: true },
  });
});

test('one deadline holds for all of it', async () => {
  const asked = await engineThatStarts((_, response) => {
    response.writeHead(200).flushHeaders();
  });
  const answer = await asked.exec(
    { container: 'c', command: ['sleep', '9'] },
    { ...limits, deadlineMs: 200 },
  );
  expect(answer).toMatchObject({ ok: false, fault: { code: 'deadline' } });
});

test.each([
  ['a stopped container of Docker', json({ message: 'Container c is not running' }, 409), 409],
  [
    'a stopped container of Podman, which says 500',
    json({ message: 'can only create exec sessions on running containers: container state improper' }, 500),
    409,
  ],
])('%s refuses the command', async (_, create, status) => {
  const asked = await engineThatStarts(prints(), 0, create);
  const answer = await asked.exec({ container: 'c', command: ['ls'] }, limits);
  expect(answer).toMatchObject({ ok: true, status, body: { refused: expect.stringContaining('running') } });
});

test('a failing engine is a fault', async () => {
  const asked = await engineThatStarts(json({ message: 'ttrpc: closed' }, 500));
  expect(await asked.exec({ container: 'c', command: ['ls'] }, limits)).toMatchObject({
    ok: false,
    fault: { code: 'engine.failed', args: { message: 'ttrpc: closed' } },
  });
});
