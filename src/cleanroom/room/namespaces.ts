import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import { mustRun } from '../command';
import { cgroupsOf, hierarchies, makeCgroups, settleCgroups } from './cgroups';
import { diskOf, makeDisk } from './disk';
import { cleanEnvironment } from './environment';
import { joining } from './joining';
import { FIRST_PROCESS, INIT_SCRIPT } from './init-script';
import type { RoomLimits } from './limits';
import type { RoomRecord } from './room-record';
import { folderOf } from './room-record';
import { makeSettings, writeSetting } from './settings';
import { rootOf, USERS } from './users';
import { startWatchdog } from './watchdog';

/** The process that holds a room's namespaces: PID 1 of the room. When it ends, the kernel ends all that runs in there. */
export interface RoomInit {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Whether the room has a disk of limited size. */
  readonly hasDisk: boolean;
}

/** The folders on a room's disk, which belong to the room's root. Nothing else on the machine does. */
export const CONTENTS = ['data', 'exec', 'log', 'home', 'etc-docker', 'docker-config', 'run', 'tmp'] as const;

/** What a room is made of besides its programs; `readable` are folders of the machine that the room may read. */
export interface RoomBounds {
  readonly limits: RoomLimits;
  readonly readable: readonly string[];
}

/** Makes the room's disk, cgroups and namespaces, and pins the network namespace in the room's folder. */
export async function makeNamespaces(room: RoomRecord, { limits, readable }: RoomBounds): Promise<RoomInit> {
  const folder = folderOf(room);
  const hasDisk = await makeDisk(room, limits.diskMb);
  for (const name of CONTENTS) giveTo(room, contentOf(room, name));
  chmodSync(contentOf(room, 'tmp'), 0o1777);
  mkdirSync(join(folder, 'root'), { recursive: true });
  makeSettings(room);
  writeSetting(room, 'resolv.conf', nameserversReachableFromOutside());
  makeCgroups(room, limits);
  const seen = cgroupsOf(room, 'room');
  const views = hierarchies().map((hierarchy, index) => `${hierarchy}=${seen[index] ?? ''}`);
  const users = [String(rootOf(room)), String(USERS)];
  const args = ['vigie-room', folder, ...users, FIRST_PROCESS, ...views, '--', ...readable];
  const [program = '', ...rest] = joining(seen, [
    'unshare',
    '--mount',
    'bash',
    '--norc',
    '-c',
    INIT_SCRIPT,
    ...args,
  ]);
  const child = spawn(program, rest, {
    env: cleanEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // in a session of its own: a Ctrl-C for the owner is the owner's to handle
  });
  const pid = await firstNumberOf(child);
  letGo(child);
  settleCgroups(room, limits);
  startWatchdog(room, pid);
  writeFileSync(netnsOf(room), '');
  await mustRun(['mount', '--bind', `/proc/${pid}/ns/net`, netnsOf(room)]);
  return { pid, child, hasDisk };
}

/** Makes a folder that belongs to the room's root. */
function giveTo(room: RoomRecord, path: string): void {
  mkdirSync(path, { recursive: true });
  chownSync(path, rootOf(room), rootOf(room));
}

/** A folder on the room's disk, at the same path inside and outside. */
export function contentOf(room: { readonly slot: number }, name: (typeof CONTENTS)[number]): string {
  return join(diskOf(room), name);
}

/** The file that keeps the room's network namespace alive, and by which it is entered and recognised. */
export function netnsOf(room: { readonly slot: number }): string {
  return join(folderOf(room), 'netns');
}

/** `argv` so that it runs in the room's network namespace (not `ip netns exec`: that remounts /sys and hides the cgroups). */
export function inNetworkOf(room: { readonly slot: number }, argv: readonly string[]): string[] {
  return ['nsenter', `--net=${netnsOf(room)}`, '--', ...argv];
}

/** `argv` so that it runs as the engine does: as the room's root, outside the limits of what a student starts. */
export function asEngine(room: RoomRecord, init: RoomInit, argv: readonly string[]): string[] {
  return joining(cgroupsOf(room, 'engine'), inAllNamespaces(init, argv));
}

/** `argv` so that it runs beside the engine and ends with the room, with the machine's own users and files: nobody in the room can touch it. */
export function besideEngine(room: RoomRecord, init: RoomInit, argv: readonly string[]): string[] {
  const inside = ['nsenter', `--target=${init.pid}`, '--net', '--pid', '--', ...argv];
  return joining(cgroupsOf(room, 'engine'), inside);
}

/** `argv` so that it runs as what a student starts: in all namespaces of the room and within its limits. */
export function asStudent(room: RoomRecord, init: RoomInit, argv: readonly string[]): string[] {
  const cgroups = cgroupsOf(room, 'student').map((cgroup) => join(cgroup, 'terminal'));
  const atHome = ['sh', '-c', 'cd "$0" && exec "$@"', contentOf(room, 'home'), ...argv];
  return joining(cgroups, inAllNamespaces(init, atHome));
}

const NAMESPACES = ['--user', '--net', '--mount', '--pid', '--cgroup', '--uts', '--ipc'];

function inAllNamespaces(init: RoomInit, argv: readonly string[]): string[] {
  return ['nsenter', `--target=${init.pid}`, ...NAMESPACES, '--', ...argv];
}

/** A resolver on the machine's loopback does not answer in another network namespace; systemd keeps the real ones aside. */
function nameserversReachableFromOutside(): string {
  const usual = readOrEmpty('/etc/resolv.conf');
  if (!/^\s*nameserver\s+127\./m.test(usual)) return usual;
  return readOrEmpty('/run/systemd/resolve/resolv.conf') || usual;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // no such file: no name servers from there
  }
}

function firstNumberOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(0, 2000)));
    child.stdout?.once('data', (chunk: Buffer) => {
      resolve(Number.parseInt(chunk.toString(), 10));
    });
    child.once('exit', (code) => {
      reject(new CleanRoomError('cleanroom.command-failed', `unshare ended with ${code}: ${said.trim()}`));
    });
  });
}

/** The room must not keep its owner's event loop alive: an owner that has nothing left to do ends, and the room with it. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.removeAllListeners('exit');
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    if (stream instanceof Socket) stream.unref(); // a pipe of a child is one
  }
}
