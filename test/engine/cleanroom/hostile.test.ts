import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, resetRoom } from '../../../src/cleanroom';
import { typed } from '../../support/typed';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

describe('what a hostile submission does', () => {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await openCleanRoom({
      kind: 'private',
      limits: { pids: 120, memoryMb: 256, diskMb: 700 },
      network: [],
    });
  }, BUILD_MS);
  beforeEach(() => resetRoom(room), MINUTE);
  afterAll(() => room.close(), MINUTE);

  const inUbuntu = (script: string, ...options: string[]) =>
    room.run(['docker', 'run', '--rm', ...options, 'ubuntu', 'sh', '-c', script], { deadlineMs: 30_000 });
  const stillWorks = async () => (await room.run(['docker', 'run', '--rm', 'hello-world'])).code;

  // First a counter that stops by itself: only behind a limit that was seen to hold is a bomb let loose.
  test(
    'processes: no more than allowed, in a container and at the terminal, and the engine still answers',
    async () => {
      expect(await room.trouble()).toEqual([]);
      const counting = 'i=0; while [ $i -lt 200 ] && sleep 1000 & do i=$((i+1)); done';
      expect(await typed(room, counting)).toMatch(/[Cc]annot fork/);
      expect(await room.trouble()).toEqual(['room.too-many-processes']);

      await resetRoom(room);
      const bomb = ':(){ :|:& };:';
      const start = ['docker', 'run', '-d', '--name', 'bomb', 'ubuntu', 'bash', '-c', `${bomb}; sleep 1000`];
      expect((await room.run(start)).code).toBe(0);
      await typed(room, `bash -c '${bomb}; sleep 2'`, 4);
      expect(await room.trouble()).toEqual(['room.too-many-processes']);
      expect((await room.run(['docker', 'rm', '-f', 'bomb'])).code).toBe(0);

      await resetRoom(room);
      expect(await stillWorks()).toBe(0);
    },
    2 * MINUTE,
  );

  test(
    'memory: what takes more than allowed is ended, and the engine still answers',
    async () => {
      const { code } = await inUbuntu('tail /dev/zero');
      expect(code).toBe(137);
      expect(await typed(room, 'head -c 1G /dev/zero | tail; echo over')).toContain('over');
      expect(await room.trouble()).toEqual(['room.out-of-memory']);
      expect(await stillWorks()).toBe(0);
    },
    MINUTE,
  );

  test(
    'disk: it is full for the room, in a container and at home alike, not for the machine',
    async () => {
      const { stderr } = await inUbuntu('head -c 2G /dev/zero > /big; sleep 0', '-v', 'mine:/mine');
      expect(stderr).toContain('No space left on device');
      expect(await typed(room, 'head -c 2G /dev/zero > big; head -c 2G /dev/zero > /tmp/big')).toContain(
        'No space left on device',
      );
      expect(await room.trouble()).toEqual(['room.disk-full']);
      await resetRoom(room);
      expect(await room.trouble()).toEqual([]);
      expect(await stillWorks()).toBe(0);
    },
    MINUTE,
  );

  test(
    'engine: a container that kills it is found out',
    async () => {
      await inUbuntu('kill -9 $(grep -l dockerd /proc/[0-9]*/comm | cut -d/ -f3)', '--pid', 'host');
      expect(await room.trouble()).toEqual(['room.engine-silent']);
    },
    MINUTE,
  );
});
