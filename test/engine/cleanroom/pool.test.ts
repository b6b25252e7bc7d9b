import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openPool } from '../../../src/cleanroom';

const MINUTES = 60_000;

/** The number that decides everything of a room's that must not clash. */
const slotOf = (room: CleanRoom): string => /^r(\d+)-/.exec(room.id)?.[1] ?? '';

/** Mounts, loop devices, links, rules, cgroups and folders of the machine that bear the number of one of these rooms. */
function marks(slots: readonly string[]): string[] {
  const said = (...argv: [string, ...string[]]) => execFileSync(argv[0], argv.slice(1), { encoding: 'utf8' });
  const lines = [
    readFileSync('/proc/self/mounts', 'utf8'),
    said('losetup', '-l', '-n', '-O', 'BACK-FILE'),
    said('ip', '-br', 'link'),
    said('sh', '-c', 'iptables -w -S; iptables -w -t nat -S'),
    said('find', '/sys/fs/cgroup', '-name', 'vigie*'),
    readdirSync('/var/lib/vigie/rooms')
      .map((name) => `rooms/${name}`)
      .join('\n'),
  ];
  const number = /vigie(\d+)\b|rooms\/(?:\.gone-)?(\d+)\b/;
  return lines
    .flatMap((text) => text.split('\n'))
    .filter((line) => slots.includes(number.exec(line)?.slice(1).find(Boolean) ?? 'none'));
}

/** The namespaces of these kinds that any process of the machine is in. What has ended and only waits to be collected has no network any more. */
function namespaces(): Set<string> {
  const found = new Set<string>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const names = ['net', 'mnt', 'pid', 'cgroup'].map((kind) => readlinkSync(`/proc/${pid}/ns/${kind}`));
      for (const name of names) found.add(name);
    } catch {
      continue; // it ended while we looked
    }
  }
  return found;
}

/** The namespaces of a room: those of whoever enters it. */
async function namespacesOf(room: CleanRoom): Promise<string[]> {
  const { stdout } = await room.run([
    'sh',
    '-c',
    'docker run -d --net host --pid host ubuntu sleep 1000 >/dev/null; readlink /proc/self/ns/net',
  ]);
  const [program = '', ...args] = room.confine([
    'sh',
    '-c',
    'readlink /proc/self/ns/mnt /proc/self/ns/pid /proc/self/ns/cgroup',
  ]);
  return [stdout.trim(), ...execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n')];
}

test(
  'gives out rooms of one’s own that have the images, ready before they are asked for; nothing of them stays',
  async () => {
    const pool = openPool({ kind: 'private', warm: 1, images: ['ubuntu'], limits: { diskMb: 2048 } });
    const first = await pool.take();
    const second = await pool.take();
    const rooms = [first, second];
    expect(new Set(rooms.map((room) => room.dockerHost)).size).toBe(2);
    await first.run(['docker', 'volume', 'create', 'mine']);
    expect((await second.run(['docker', 'volume', 'ls', '-q'])).stdout).toBe('');
    expect((await second.run(['docker', 'images', '-q', 'ubuntu'])).stdout).not.toBe('');

    const used = (await Promise.all(rooms.map(namespacesOf))).flat();
    expect(new Set(used).size).toBe(8);
    const slots = rooms.map(slotOf);
    expect(marks(slots).length).toBeGreaterThan(20);
    // The one that is being made ready ends with the pool.
    await pool[Symbol.asyncDispose]();
    await Promise.all(rooms.map((room) => room.close()));

    expect(marks(slots)).toEqual([]);
    const left = namespaces();
    expect(used.filter((name) => left.has(name))).toEqual([]);
    expect(rooms.map(({ timings }) => timings.closeMs)).toEqual([expect.any(Number), expect.any(Number)]);
  },
  3 * MINUTES,
);
