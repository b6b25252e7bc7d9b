import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { cgroupsOf, freezerOf } from './cgroups';
import { cleanEnvironment } from './environment';
import { joining } from './joining';

/**
 * Waits for its owner's end, then kills until there is nothing to kill, letting go what is frozen: what is paused keeps a room from ending. Arguments:
 * the room's first process, its freezer. What is told of that process is held open, so that its number cannot be another one's unnoticed.
 */
const SCRIPT = `
exec 9< "/proc/$1"
while read -r _; do :; done
while [ -e /proc/self/fd/9/stat ] && kill -KILL "$1"; do
  [ ! -e "$2" ] || find "$2" -name freezer.state -execdir sh -c 'echo THAWED > freezer.state' ';'
  sleep 0.1
done
`;

/**
 * Ends a room whose owner has died, whatever its first process is kept from doing: frozen (cgroup v1) it does not notice. It runs as the machine's root, so it has its
 * own pipe from the owner and the machine's own files: nothing in the room can reach either. It ends with the room, whose cgroup it is in.
 */
export function startWatchdog(room: { readonly slot: number }, pid: number): void {
  const watch = ['bash', '--norc', '-c', SCRIPT, 'vigie-watchdog', String(pid), freezerOf(room)];
  const [program = '', ...args] = joining(cgroupsOf(room, 'engine'), watch);
  const dog = spawn(program, args, {
    env: cleanEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // as the room: a Ctrl-C is the owner's to handle
  });
  dog.on('error', () => undefined); // no bash any more: the room has its first process to notice
  dog.stdin.on('error', () => undefined); // the room has ended
  dog.unref();
  if (dog.stdin instanceof Socket) dog.stdin.unref();
}
