import { afterEach, expect, test } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call, Engine } from '../../../src/collect/engine/engine';
import { openAt } from './engine-contract';

const call: Call<'json'> = { method: 'GET', path: '/x', as: 'json' };
const limits = { deadlineMs: 10_000, maxBytes: 100_000 };

let folder: string | undefined;
let server: Server | undefined;
let engine: Engine | undefined;
const open = new Set<Socket>();
afterEach(() => {
  engine?.close();
  server?.close();
  for (const socket of open) socket.destroy();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Whoever connects and asks gets these bytes, whatever was asked. */
async function engineThatSays(answer: (socket: Socket) => void): Promise<Engine> {
  folder = mkdtempSync(join(tmpdir(), 'vigie-raw-'));
  const path = join(folder, 'engine.sock');
  server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      answer(socket);
    });
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(path, resolve));
  return (engine = openAt(path));
}

const upgrade = 'HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n';

test.each<[string, (socket: Socket) => void]>([
  ['and goes on', (socket) => socket.write(upgrade)],
  ['and hangs up', (socket) => socket.end(upgrade)],
  ['and says more', (socket) => socket.write(`${upgrade}{"Id":"x"}`)],
])('an engine that changes the protocol %s gives a fault', async (_, answer) => {
  const asked = await engineThatSays(answer);
  expect(await asked.request(call, limits)).toEqual({
    ok: false,
    fault: {
      code: 'engine.answer-invalid',
      args: { call: 'GET /x', detail: 'status 101: another protocol' },
    },
  });
});

test('an engine that only ever promises an answer ends at the deadline', async () => {
  const asked = await engineThatSays((socket) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'));
  expect(await asked.request(call, { ...limits, deadlineMs: 200 })).toMatchObject({
    fault: { code: 'deadline' },
  });
});

test('what a connection says after its answer ends no process and no other request', async () => {
  const whole = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
  const asked = await engineThatSays((socket) => {
    socket.write(`${whole}and then something that is no HTTP at all\r\n\r\n`);
  });
  expect(await asked.request(call, limits)).toMatchObject({ ok: true, status: 200 });
  expect(await asked.request(call, limits)).toHaveProperty('ok');
});
