import { afterEach, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startFakeEngine, type FakeEngine } from './fake-engine';

let fake: FakeEngine | undefined;
afterEach(() => fake?.terminate());

/** Longer than it takes to start node, shorter than the deadlines in the scripts. */
const timeout = 20_000;

/** Runs a script with an open `engine` in a process of its own; rejects when that does not end by itself. */
async function run(script: string): Promise<string> {
  fake = await startFakeEngine({ '/hang': () => undefined });
  const source = join(__dirname, '../../../src/collect');
  const before = `
    const { openEngine } = require('${source}/engine/open-engine');
    const { findEndpoint } = require('${source}/connect/find-endpoint');
    const { thisWorld } = require('${source}/connect/world');
    const engine = openEngine(findEndpoint(thisWorld()));
    const limits = { deadlineMs: 60_000, maxBytes: 1000 };
    const ask = (path) => engine.request({ method: 'GET', path, as: 'text' }, limits);
  `;
  const env = { PATH: process.env['PATH'], DOCKER_HOST: `unix://${fake.path}` };
  const options = { env, timeout, killSignal: 'SIGKILL' } as const;
  return (
    await promisify(execFile)(
      process.execPath,
      ['-r', 'esbuild-register', '-e', `${before}\n${script}`],
      options,
    )
  ).stdout;
}

test('a process ends by itself after close, also with a request under way', async () => {
  const script = `
    ask('/hang').then((answer) => console.log(answer.fault.code));
    ask('/_ping').then((answer) => { console.log(answer.status); engine.close(); });
  `;
  expect(await run(script)).toBe('200\ncancelled\n');
}, 30_000);

test('idle connections keep no process from ending, although nobody closed them', async () => {
  expect(await run(`ask('/_ping').then((answer) => console.log(answer.status));`)).toBe('200\n');
}, 30_000);

test('an environment that dockerode would trip over does not matter', async () => {
  const script = `
    process.env.DOCKER_HOST = 'tcp://:bad';
    process.env.DOCKER_CERT_PATH = '/nonexistent';
    ask('/_ping').then((answer) => console.log(answer.status, process.env.DOCKER_HOST));
  `;
  expect(await run(script)).toBe('200 tcp://:bad\n');
}, 30_000);
