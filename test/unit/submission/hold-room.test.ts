import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CleanRoomError } from '../../../src/cleanroom';
import { maxAnswersBytes } from '../../../src/grading/answers/read-answers';
import { holdRoom } from '../../../src/submission/hold-room';

let folder: string;
let home: string;
let socket: string;
let servers: Server[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-held-'));
  home = join(folder, 'home');
  socket = join(folder, 'docker.sock');
  mkdirSync(home);
  servers = [];
  await serve(socket, 'own');
});
afterEach(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

async function serve(path: string, says: string): Promise<void> {
  const server = createServer((client) => client.end(says)).listen(path);
  servers.push(server);
  await once(server, 'listening');
}

async function saidBy(dockerHost: string): Promise<string> {
  let said = '';
  for await (const chunk of connect(dockerHost.slice('unix://'.length))) said += String(chunk);
  return said;
}

const hold = () => holdRoom({ dockerHost: `unix://${socket}`, home });

test('the engine is found again whatever lies in its place', async () => {
  using held = hold();
  await serve(join(folder, 'other.sock'), 'another');
  rmSync(socket);
  symlinkSync(join(folder, 'other.sock'), socket);
  expect(await saidBy(`unix://${socket}`)).toBe('another');
  expect(await saidBy(held.dockerHost)).toBe('own');
});

test('the answers are those of the home that was there, also when another folder bears its name', () => {
  using held = hold();
  expect(held.answers()).toBeUndefined();
  writeFileSync(join(home, 'answers.yaml'), 'word: own');
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'answers.yaml'), 'word: secret');
  renameSync(home, join(folder, 'moved'));
  symlinkSync(elsewhere, home);
  expect(String(held.answers())).toBe('word: own');
});

test('a link, a folder and a pipe are no answers', () => {
  using held = hold();
  const file = join(home, 'answers.yaml');
  writeFileSync(join(folder, 'secret.yaml'), 'word: secret');
  const ways: readonly (() => void)[] = [
    () => {
      symlinkSync(join(folder, 'secret.yaml'), file);
    },
    () => {
      mkdirSync(file);
    },
    () => {
      execFileSync('mkfifo', [file]);
    },
  ];
  for (const make of ways) {
    make();
    expect(held.answers()).toBeUndefined();
    rmSync(file, { recursive: true });
  }
});

test('of a file that is too large one byte more than the most is read', () => {
  using held = hold();
  writeFileSync(join(home, 'answers.yaml'), 'x'.repeat(2 * maxAnswersBytes));
  expect(held.answers()).toHaveLength(maxAnswersBytes + 1);
});

test('a room that has ended cannot be held', () => {
  rmSync(home, { recursive: true });
  expect(hold).toThrow(CleanRoomError);
});
