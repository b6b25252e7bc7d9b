import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import { mustRun } from '../command';
import type { RoomRecord } from './room-record';
import { folderOf } from './room-record';

/** The process that holds a room's namespaces: PID 1 of the room. When it ends, the kernel ends all that runs in there. */
export interface RoomInit {
  readonly pid: number;
  readonly child: ChildProcess;
}

/**
 * PID 1 of a room. It reads until its input closes, which happens when the owner dies, however it dies.
 * /sys is mounted anew because newer engines read the state of bridge ports from the sysfs of their own network namespace.
 * /etc/docker and /run are the room's own: the machine's daemon.json, engine key and plugins stay out of it.
 */
const INIT_SCRIPT = `
set -eu
room=$1
read -r pid_outside _ < /proc/self/stat
mount -t proc proc /proc
mount --rbind /sys/fs/cgroup "$room/cgroup"
mount -t sysfs sysfs /sys
mount --rbind "$room/cgroup" /sys/fs/cgroup
umount -R -l "$room/cgroup"
mount --bind "$room/etc-docker" /etc/docker
resolv=$(readlink -m /etc/resolv.conf)
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/lock "$(dirname "$resolv")"
[ -e "$resolv" ] || : > "$resolv"
mount --bind "$room/resolv.conf" "$resolv"
ln -s "$room/docker.sock" /run/docker.sock
echo "$pid_outside"
while read -r _; do :; done
`;

/** The folders of a room that hold what came to be in it. */
export const CONTENTS = ['data', 'exec', 'log', 'home', 'etc-docker', 'docker-config'] as const;

/** Makes the room's network, mount and process namespaces, and pins the network namespace in the room's folder. */
export async function makeNamespaces(room: RoomRecord): Promise<RoomInit> {
  const folder = folderOf(room);
  for (const name of [...CONTENTS, 'cgroup']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'resolv.conf'), nameserversReachableFromOutside());
  const flags = ['--net', '--mount', '--pid', '--fork', '--kill-child'];
  const child = spawn('unshare', [...flags, 'bash', '-c', INIT_SCRIPT, 'vigie-room', folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // in a session of its own: a Ctrl-C for the owner is the owner's to handle
  });
  const pid = await firstNumberOf(child);
  letGo(child);
  writeFileSync(netnsOf(room), '');
  await mustRun(['mount', '--bind', `/proc/${pid}/ns/net`, netnsOf(room)]);
  return { pid, child };
}

/** The file that keeps the room's network namespace alive, and by which it is entered and recognised. */
export function netnsOf(room: { readonly slot: number }): string {
  return join(folderOf(room), 'netns');
}

/** `argv` so that it runs in the room's network namespace (not `ip netns exec`: that remounts /sys and hides the cgroups). */
export function inNetworkOf(room: { readonly slot: number }, argv: readonly string[]): string[] {
  return ['nsenter', `--net=${netnsOf(room)}`, '--', ...argv];
}

/** `argv` so that it runs beside the engine, in all namespaces of the room. */
export function besideEngine(init: RoomInit, argv: readonly string[]): string[] {
  return ['nsenter', `--target=${init.pid}`, '--net', '--mount', '--pid', '--', ...argv];
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
