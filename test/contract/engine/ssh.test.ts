import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEndpoint } from '../../../src/collect/connect/find-endpoint';
import { thisWorld } from '../../../src/collect/connect/world';
import type { Engine } from '../../../src/collect/engine/engine';
import { openEngine } from '../../../src/collect/engine/open-engine';
import { startFakeEngine, type FakeEngine } from './fake-engine';

const limits = { deadlineMs: 5000, maxBytes: 1000 };
const originalPath = process.env['PATH'];
let folder: string;
let fake: FakeEngine;
let engine: Engine;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-ssh-'));
  fake = await startFakeEngine();
});
afterEach(async () => {
  process.env['PATH'] = originalPath;
  engine.close();
  await fake.terminate();
  rmSync(folder, { recursive: true });
});

/** Puts an `ssh` of ours first in PATH and pings through it. */
function pingThrough(script: string, host = 'ssh://ana@lab.example:2222', deadlineMs = 5000) {
  writeFileSync(join(folder, 'ssh'), script);
  chmodSync(join(folder, 'ssh'), 0o755);
  process.env['PATH'] = `${folder}:${originalPath}`;
  return ping(host, deadlineMs);
}

function ping(host: string, deadlineMs = 5000) {
  const endpoint = findEndpoint({ ...thisWorld(), env: { DOCKER_HOST: host } });
  if ('code' in endpoint) throw new Error(endpoint.code);
  engine = openEngine(endpoint);
  return engine.request({ method: 'GET', path: '/_ping', as: 'text' }, { ...limits, deadlineMs });
}

/** What `docker system dial-stdio` does on the other side. */
const dialStdio = () => `#!${process.execPath}
require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify(process.argv.slice(2)) + '\\n');
const socket = require('node:net').connect(${JSON.stringify(fake.path)});
process.stdin.pipe(socket).pipe(process.stdout);
`;
const fails = (text: string, code: number) => `#!/bin/sh\necho '${text}' >&2\nexit ${code}\n`;

test('requests go through ssh and docker system dial-stdio, over one connection', async () => {
  expect(await pingThrough(dialStdio())).toMatchObject({ ok: true, status: 200, body: 'OK' });
  expect(await engine.request({ method: 'GET', path: '/containers/json', as: 'json' }, limits)).toMatchObject(
    { ok: true, body: [] },
  );
  const options = ['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=30', '-T', '-l', 'ana', '-p', '2222'];
  const call = JSON.stringify([...options, '--', 'lab.example', 'docker', 'system', 'dial-stdio']);
  expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe(`${call}\n`);
});

test('a socket of the other side is handed to its shell in quotes', async () => {
  await pingThrough(dialStdio(), 'ssh://lab/run/my%20docker.sock');
  expect(readFileSync(join(folder, 'calls'), 'utf8')).toContain(
    `"docker","--host","'unix:///run/my docker.sock'","system"`,
  );
});

test.each([
  ['Permission denied (publickey,password).', 255, 'auth'],
  ['Host key verification failed.', 255, 'host-key'],
  ['ssh: Could not resolve hostname lab.example: Name or service not known', 255, 'unresolved'],
  ['ssh: connect to host lab.example port 22: Connection refused', 255, 'unreachable'],
  ['bash: line 1: docker: command not found', 127, 'no-docker'],
  ['something else', 1, 'other'],
])('ssh that ends with %j is told apart', async (text, code, problem) => {
  expect(await pingThrough(fails(text, code))).toEqual({
    ok: false,
    fault: {
      code: 'engine.ssh-failed',
      args: { endpoint: 'ssh://ana@lab.example:2222', problem, detail: text },
    },
  });
});

test('a machine without ssh is told', async () => {
  process.env['PATH'] = folder;
  expect(await ping('ssh://lab')).toMatchObject({
    ok: false,
    fault: { code: 'engine.ssh-failed', args: { problem: 'no-ssh' } },
  });
});

test('ssh that says nothing ends at the deadline as unreachable', async () => {
  expect(await pingThrough('#!/bin/sh\nexec cat >/dev/null\n', 'ssh://lab', 300)).toMatchObject({
    ok: false,
    fault: { code: 'engine.unreachable' },
  });
});
