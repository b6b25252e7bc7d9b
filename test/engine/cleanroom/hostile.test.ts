import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, resetRoom } from '../../../src/cleanroom';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

/** What a student types at the host's prompt, until it ends or `ms` are over. */
async function typed(room: CleanRoom, command: string, ms = 20_000): Promise<string> {
  const [program = '', ...args] = room.confine([
    'timeout',
    '-s',
    'KILL',
    String(ms / 1000),
    'sh',
    '-c',
    command,
  ]);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...room.env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  await once(child, 'close');
  return said;
}

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
      const counting = 'i=0; while [ $i -lt 200 ] && sleep 20 & do i=$((i+1)); done 2>/dev/null; echo "$i"';
      const counted = await typed(room, `(${counting}) 2>&1; ls -d /proc/[0-9]* | wc -l; kill -9 -1`);
      expect(counted).toMatch(/[Cc]annot fork|Resource temporarily/);
      expect(await room.trouble()).toEqual(['room.too-many-processes']);
      expect(await stillWorks()).toBe(0);

      await resetRoom(room);
      const bomb = [
        'docker',
        'run',
        '-d',
        '--name',
        'bomb',
        'ubuntu',
        'bash',
        '-c',
        ':(){ :|:& };:; sleep 30',
      ];
      expect((await room.run(bomb)).code).toBe(0);
      await typed(room, 'bash -c ":(){ :|:& };:; sleep 2"', 4000);
      expect(await room.trouble()).toEqual(['room.too-many-processes']);
      expect((await room.run(['docker', 'rm', '-f', 'bomb'])).code).toBe(0);
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

  test(
    'machine: its homes, other rooms, passwords and sockets are not there to be mounted',
    async () => {
      const look = 'ls -A /host/root /host/home /host/opt /host/var/lib/vigie/rooms; cat /host/etc/shadow';
      const seen = await inUbuntu(look, '-v', '/:/host:ro');
      const slot = /^r(\d+)-/.exec(room.id)?.[1];
      expect(seen.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('/host'))).toEqual([
        '.cache', // the mirror's images, read-only
        slot,
      ]);
      expect((await inUbuntu('echo bad > /host/usr/bad', '-v', '/:/host')).code).not.toBe(0);
      const socket = '/var/run/docker.sock';
      const { stdout } = await room.run([
        'docker',
        'run',
        '--rm',
        '-v',
        `${socket}:/sock`,
        'ubuntu',
        'stat',
        '-c',
        '%i',
        '/sock',
      ]);
      expect(stdout.trim()).toBe(
        (await room.run(['stat', '-c', '%i', room.dockerHost.slice('unix://'.length)])).stdout.trim(),
      );
      expect(await typed(room, 'ls -A /root /home /var/lib/vigie/rooms; pwd')).not.toContain('work');
    },
    MINUTE,
  );

  test(
    'network: neither the machine nor anything beyond it answers, but the mirror does',
    async () => {
      const tries =
        'for to in 1.1.1.1/443 $(ip route | grep -o "via [0-9.]*" | cut -c5-)/22; do timeout 2 bash -c "exec 3<>/dev/tcp/$to" && echo "$to"; done; echo tried';
      const { stdout } = await inUbuntu(tries);
      expect(stdout).toBe('tried\n');
      const machine = room.address.replace(/\.2$/, '.1');
      expect((await inUbuntu(`timeout 2 bash -c 'exec 3<>/dev/tcp/${machine}/22'`)).stderr).toMatch(
        /refused|unreachable/i,
      );
      expect((await inUbuntu('timeout 20 apt-get update')).code).not.toBe(0);
    },
    MINUTE,
  );
});

test(
  'a room whose lifetime is over ends what runs in it, says so, and is closed as any other',
  async () => {
    await using room = await openCleanRoom({ kind: 'private', limits: { lifetimeMs: 4000 } });
    const { code } = await room.run(['docker', 'run', '--rm', 'ubuntu', 'sleep', '1000'], {
      deadlineMs: 30_000,
    });
    expect(code).not.toBe(0);
    expect(room.over.aborted).toBe(true);
    expect(await room.trouble()).toEqual(['room.time-over']);
  },
  MINUTE,
);

test(
  'a room that may reach package archives installs from there, and reaches nothing else',
  async () => {
    await using room = await openCleanRoom({ kind: 'private', network: ['apt'] });
    const script = 'apt-get update -qq && timeout 3 bash -c "exec 3<>/dev/tcp/1.1.1.1/443"';
    const { stderr } = await room.run(['docker', 'run', '--rm', 'ubuntu', 'sh', '-c', script]);
    expect(stderr).not.toMatch(/Failed to fetch|Could not resolve/);
    expect(stderr).toMatch(/refused|unreachable/i);
  },
  MINUTE,
);
