import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { CleanRoom } from '../../src/cleanroom';

/** What a student types at a room's host prompt, and what it said, until that command ends; what it started in the background may go on. */
export async function typed(room: CleanRoom, command: string, seconds = 20): Promise<string> {
  const timeout = ['timeout', '-s', 'KILL', String(seconds)];
  const [program = '', ...args] = room.confine([...timeout, 'sh', '-c', command]);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...room.env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  await once(child, 'exit');
  child.stdout.destroy();
  child.stderr.destroy();
  return said;
}
