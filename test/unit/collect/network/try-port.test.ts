import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { tryPort } from '../../../../src/collect/network/try-port';

/** Accepts at once and closes a moment later, as Docker's proxy does when nobody listens in the container. */
const proxy = `
const server = require('node:net').createServer((socket) => setTimeout(() => socket.destroy(), 30));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

test('a connection that was closed while this process was busy is closed', async () => {
  const child = spawn(process.execPath, ['-e', proxy], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const trying = tryPort('127.0.0.1', Number(said.toString()), {
      deadlineMs: 5000,
      signal: new AbortController().signal,
    });
    await pause(15);
    // In the phase after which timers come before sockets.
    await nextTurn();
    // Loading modules is as busy as this: no event is looked at for a while.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    expect(await trying).toBe('closed');
  } finally {
    child.kill();
  }
});
