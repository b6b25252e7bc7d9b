import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ping } from '../../../src/cleanroom/room/ping';

let folder = '';
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

async function answering(answer: (socket: Socket) => void): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), 'vigie-ping-'));
  const path = join(folder, 'engine.sock');
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    answer(socket);
  });
  open.push(server.listen(path));
  await once(server, 'listening');
  return path;
}

test('an engine that answers is there, also one whose answer never ends', async () => {
  const path = await answering((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nO'));
  expect(await ping(path)).toBe(true);
});

test('whoever answers a byte at a time has two seconds in all', async () => {
  let bytes = 0;
  const path = await answering((socket) => {
    const timer = setInterval(
      () =>
        socket.write('HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'.charAt(bytes++) || 'y'),
      100,
    );
    socket.on('close', () => {
      clearInterval(timer);
    });
  });
  expect(await ping(path)).toBe(false);
  expect(bytes).toBeGreaterThan(5);
});

test('where nobody listens nobody answers', async () => {
  expect(await ping('/nowhere/engine.sock')).toBe(false);
});
