import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openCleanRoom } from '../../../src/cleanroom';

/** A process that opens a room, puts all sorts of things in it, says so, and then ends as its argument says. */
async function main(ending: string): Promise<void> {
  const room = await openCleanRoom();
  const filled = await room.run([
    'sh',
    '-ec',
    'docker network create mine; docker run -dit -p 80:80 --name ubuntu ubuntu; docker run -dit --name paused ubuntu; docker pause paused',
  ]);
  if (filled.code !== 0) throw new Error(filled.stderr);
  const [program = '', ...args] = room.enter(['sh', '-c', 'echo here; exec sleep 1000']);
  const stray = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  await once(stray.stdout, 'data');
  stray.stdout.destroy();
  stray.unref();
  await new Promise((resolve) => process.stdout.write(`${room.id}\n`, resolve));
  await new Promise((resolve) => process.stdin.once('data', resolve));
  if (ending === 'close') await room.close();
  if (ending === 'error') throw new Error('the owner has an uncaught error');
  if (ending === 'close') process.stdin.destroy();
}

void main(process.argv[2] ?? '');
