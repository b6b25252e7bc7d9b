import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, resetRoom } from '../../../src/cleanroom';

const BUILD_MS = 600_000;
const MINUTE = 60_000;

async function linesOf(room: CleanRoom, command: string): Promise<string[]> {
  const { stdout } = await room.run(['sh', '-c', command]);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Of all processes of the machine, whatever room they are in. */
function commandLines(): string[] {
  const read = (pid: string) => {
    try {
      return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
    } catch {
      return []; // it ended while we looked
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(read);
}

describe('a clean room that was used', () => {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await openCleanRoom();
  }, BUILD_MS);
  afterAll(() => room.close(), MINUTE);

  test(
    'is like new after a reset, also when a container is paused and a program still runs on its host',
    async () => {
      const { code } = await room.run([
        'sh',
        '-ec',
        'docker network create mine; docker volume create mine; docker run -dit --name ubuntu -v mine:/mine ubuntu sleep 98765; docker pause ubuntu',
      ]);
      expect(code).toBe(0);
      const [program = '', ...args] = room.enter(['sleep', '1000']);
      const stray = spawn(program, args, { stdio: 'ignore' });
      const strayEnded = new Promise((resolve) =>
        stray.once('exit', (_, signal) => {
          resolve(signal);
        }),
      );
      const { dockerHost, address } = room;
      expect(commandLines()).toContain('sleep 98765 ');

      await resetRoom(room);

      expect(commandLines().filter((line) => line === 'sleep 98765 ')).toEqual([]);
      expect(await strayEnded).toBe('SIGKILL');
      expect({ dockerHost: room.dockerHost, address: room.address }).toEqual({ dockerHost, address });
      for (const command of ['docker ps -aq', 'docker images -aq', 'docker volume ls -q']) {
        expect([command, await linesOf(room, command)]).toEqual([command, []]);
      }
      expect(await linesOf(room, 'docker network ls --format "{{.Name}}" | sort')).toEqual([
        'bridge',
        'host',
        'none',
      ]);
      expect(await linesOf(room, 'docker events --since 0 --until "$(date +%s)"')).toEqual([]);
      expect((await room.run(['docker', 'run', '--rm', 'hello-world'])).code).toBe(0);
    },
    3 * MINUTE,
  );

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'has no engine after %s, until it is started again',
    async (signal) => {
      await room.stopEngine(signal);
      expect((await room.run(['docker', 'version'])).code).toBe(1);
      await room.startEngine();
      expect((await room.run(['docker', 'run', '--rm', 'hello-world'])).code).toBe(0);
    },
    2 * MINUTE,
  );

  test(
    'has an engine that does not answer after SIGSTOP, and does after SIGCONT',
    async () => {
      await room.stopEngine('SIGSTOP');
      expect((await room.run(['docker', 'version'], { deadlineMs: 1500 })).code).toBeNull();
      await room.stopEngine('SIGCONT');
      expect((await room.run(['docker', 'version'])).code).toBe(0);
    },
    2 * MINUTE,
  );
});
