import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { typed } from '../../support/typed';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

describe('a room without a network', () => {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await openCleanRoom({ kind: 'private', network: [] });
  }, BUILD_MS);
  afterAll(() => room.close(), MINUTE);

  const inUbuntu = (script: string, ...options: string[]) =>
    room.run(['docker', 'run', '--rm', ...options, 'ubuntu', 'sh', '-c', script], { deadlineMs: 30_000 });

  test(
    'machine: its homes, other rooms, passwords and sockets are not there to be mounted',
    async () => {
      const look = 'ls -A /host/root /host/home /host/var/lib/vigie/rooms; cat /host/etc/shadow';
      const seen = await inUbuntu(look, '-v', '/:/host:ro');
      const slot = /^r(\d+)-/.exec(room.id)?.[1];
      // The mirror's images are there, read-only, where this user's caches are.
      const isNews = (line: string) => line !== '' && line !== '.cache' && !line.startsWith('/host');
      expect(seen.stdout.split('\n').filter(isNews)).toEqual([slot]);
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
    'devices: those of the room are its own, whatever is made among them',
    async () => {
      expect(await typed(room, 'touch /dev/vigie-made && ls /dev; tty')).toMatch(
        /\bnull\b[^]*\bvigie-made\b/,
      );
      expect(existsSync('/dev/vigie-made')).toBe(false);
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
      expect((await inUbuntu("timeout 5 bash -c 'exec 3<>/dev/tcp/deb.debian.org/80'")).code).not.toBe(0);
    },
    MINUTE,
  );

  test(
    'network: that there is no way out is said at once and every time, for the engine looks names up before it asks its mirror',
    async () => {
      const route = await room.run(['ip', 'route', 'get', '1.1.1.1']);
      expect(route).toMatchObject({ code: 2, stderr: expect.stringMatching(/unreachable|No route/) });
      const limit = '/proc/sys/net/ipv4/icmp_ratelimit';
      expect((await room.run(['cat', limit])).stdout.trim()).toBe('0');
      expect(readFileSync(limit, 'utf8').trim()).not.toBe('0');
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
