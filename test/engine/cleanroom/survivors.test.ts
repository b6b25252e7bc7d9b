import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { processesOf } from '../../../src/cleanroom/room/ending/room-processes';
import { usersAtWork } from '../../../src/cleanroom/room/ending/processes';
import { rootOf } from '../../../src/cleanroom/room/users';
import { machineMarks } from '../../support/machine-marks';
import { typed } from '../../support/typed';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

const slotOf = (room: { readonly id: string }) => Number(/^r(\d+)-/.exec(room.id)?.[1]);
const runningIn = (slot: number) => processesOf({ slot });

/** In a folder as deep as no path can be long, there or below. */
const deep = 'n=$(printf d%.0s $(seq 250)); for i in $(seq 20); do mkdir $n && cd -P ./$n || break; done';
const freezers = '/sys/fs/cgroup/freezer/student/containers';
const isV1 = machineHas('/sys/fs/cgroup/freezer');

function machineHas(path: string): boolean {
  return execFileSync('sh', ['-c', `[ -e ${path} ] && echo yes || :`], { encoding: 'utf8' }) === 'yes\n';
}

type Way = readonly [what: string, script: string];

const anywhere: readonly Way[] = [
  [
    'makes folders deeper than any path reaches',
    `cd "$(dirname $(readlink /run/docker.sock))" && ${deep}; cd ~ && ${deep}`,
  ],
  [
    'starts ever new processes',
    "trap '' TERM HUP; while :; do (setsid sleep 5 &); done >/dev/null 2>&1 & sleep 1",
  ],
];
const withFreezer: readonly Way[] = [
  [
    'holds the room’s first process frozen, from another network',
    `cd ${freezers} && mkdir x && echo 1 > x/tasks; setsid unshare --net sh -c 'while :; do echo FROZEN > x/freezer.state; done' >/dev/null 2>&1 & sleep 0.5`,
  ],
  [
    'is frozen further down than any path reaches',
    `cd ${freezers} && mkdir x && cd x && ${deep}; sleep 1000 >/dev/null 2>&1 & echo $! > tasks; echo 1 > tasks; echo FROZEN > freezer.state`,
  ],
  [
    'makes and removes cgroups all the time',
    `cd ${freezers.replace('freezer', 'pids')} && setsid sh -c 'while :; do mkdir a b c; rmdir a b c; done' >/dev/null 2>&1 & sleep 0.5`,
  ],
];

async function isGoneWhenClosed(script: string): Promise<void> {
  const room = await openCleanRoom({ kind: 'private', network: [], limits: { pids: 300 } });
  const slot = slotOf(room);
  await typed(room, script, 20);
  expect(runningIn(slot).length).toBeGreaterThan(3);
  expect(await room.trouble()).toEqual(expect.any(Array));
  await room.close();
  expect(runningIn(slot)).toEqual([]);
  const ofRoom = (mark: string) => new RegExp(`vigie${slot}\\b|rooms/\\.?(gone-)?${slot}\\b`).test(mark);
  expect(machineMarks().filter(ofRoom)).toEqual([]);
}

test.each(anywhere)(
  'whoever %s is gone when the room is closed, and so is the room',
  (_, script) => isGoneWhenClosed(script),
  BUILD_MS,
);

if (!isV1) process.stderr.write('Skipped: this machine has no freezer of cgroup v1 to freeze anything in.\n');
(isV1 ? test : test.skip).each(withFreezer)(
  'with cgroup v1: whoever %s is gone when the room is closed, and so is the room',
  (_, script) => isGoneWhenClosed(script),
  BUILD_MS,
);

test(
  'a room whose first process is frozen still ends with its owner, before anybody opens the next one',
  async () => {
    const script = join(__dirname, 'room-owner.ts');
    const owner = spawn(
      'bash',
      ['-c', 'exec 20</etc/hostname; exec "$0" -r esbuild-register "$1" SIGKILL', process.execPath, script],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    const [said] = (await once(owner.stdout, 'data')) as [Buffer];
    const slot = Number(/^r(\d+)-/.exec(said.toString())?.[1]);
    const running = runningIn(slot);
    expect(running.length).toBeGreaterThan(3);
    // What the owner has inherited is not handed on to what the room's root could look into.
    const inside = running.filter(({ pid }) => /^Uid:\s+2\d{9}/m.test(statusOf(pid)));
    expect(inside.length).toBeGreaterThan(3);
    expect(inside.flatMap(({ pid }) => openFilesOf(pid))).not.toContain('/etc/hostname');
    const [first] = running.filter(({ pid }) =>
      /^NSpid: \d+ 1$/m.test(/^NSpid:.*$/m.exec(statusOf(pid))?.[0].replaceAll('\t', ' ') ?? ''),
    );
    if (isV1) {
      const cgroup = `/sys/fs/cgroup/freezer/vigie${slot}/room/student/containers`;
      execFileSync('sh', [
        '-c',
        `mkdir ${cgroup}/x; echo ${first?.pid} > ${cgroup}/x/tasks; echo FROZEN > ${cgroup}/x/freezer.state`,
      ]);
    }
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    for (const end = Date.now() + 10_000; Date.now() < end && isAlive(first?.pid);)
      await new Promise((next) => setTimeout(next, 50));
    expect(isAlive(first?.pid)).toBe(false);
  },
  MINUTE,
);

const statusOf = (pid: number) => readFileSync(`/proc/${pid}/status`, 'utf8');

function isAlive(pid: number | undefined): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(statusOf(pid ?? 0));
  } catch {
    return false; // gone
  }
}

function openFilesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    return []; // it has just ended
  }
}

test(
  'a cgroup that is only called like a room’s is not taken for it',
  async () => {
    await using room = await openCleanRoom({ kind: 'private', network: [] });
    const top = isV1 ? '/sys/fs/cgroup/pids' : '/sys/fs/cgroup';
    const folder = `${top}/vigie-test:/vigie${slotOf(room)}`;
    execFileSync('mkdir', ['-p', folder]);
    const bystander = spawn('sh', ['-c', `echo $$ > "${folder}/cgroup.procs"; echo in; exec sleep 1000`]);
    await once(bystander.stdout, 'data');
    try {
      expect(runningIn(slotOf(room)).map(({ pid }) => pid)).not.toContain(bystander.pid);
    } finally {
      bystander.kill('SIGKILL');
      await once(bystander, 'exit');
      execFileSync('rmdir', [folder, dirname(folder)]);
    }
  },
  MINUTE,
);

test(
  'what has ended and is not yet taken note of by its parent haunts no slot',
  async () => {
    const user = rootOf({ slot: 199 });
    const script = `setpriv --reuid ${user} --clear-groups sleep 0.2 & echo started; exec sleep 1000`;
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(parent.stdout, 'data');
    try {
      while (!usersAtWork().includes(user)) await new Promise((next) => setTimeout(next, 5));
      while (usersAtWork().includes(user)) await new Promise((next) => setTimeout(next, 20));
      const children = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, 'utf8').trim();
      expect(statusOf(Number(children))).toMatch(/^State:\s+Z/m);
    } finally {
      parent.kill('SIGKILL');
    }
  },
  MINUTE,
);

describe('what a room takes', () => {
  let room: CleanRoom;
  test(
    'of the disk is never more than its own, and nothing of it is on the machine’s',
    async () => {
      room = await openCleanRoom({ kind: 'private', network: [], limits: { diskMb: 300 } });
      await using closing = room;
      const places = '/run /tmp ~ /dev/shm /root "$(dirname $(readlink /run/docker.sock))"';
      const said = await typed(
        closing,
        `cd ~; stat -f -c %T / ${places}; stat -c %d ${places}; dd if=/dev/zero of="$(dirname $(readlink /run/docker.sock))/big" bs=1M count=400 2>&1`,
        60,
      );
      expect(said).toContain('No space left on device');
      const machine = String(
        Number(execFileSync('stat', ['-c', '%d', '/var/lib/vigie/rooms'], { encoding: 'utf8' })),
      );
      expect(said.split('\n')).not.toContain(machine);
    },
    MINUTE,
  );

  test(
    'of root’s share in the kernel’s watches is nothing',
    async () => {
      await using open = await openCleanRoom({ kind: 'private', network: [] });
      const most = Number(readFileSync('/proc/sys/fs/inotify/max_user_instances', 'utf8'));
      const said = await typed(
        open,
        `for i in $(seq ${most + 10}); do tail -f /etc/hostname 2>&1 >/dev/null & done | head -c 300; sleep 1`,
        5,
      );
      expect(said).toMatch(/inotify/);
      const watcher = watch(tmpdir(), () => undefined);
      watcher.close();
    },
    MINUTE,
  );
});
