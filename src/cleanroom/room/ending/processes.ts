import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { ProcessIdentity } from './process-identity';
import { identify, isRunning } from './process-identity';

/** All processes in the namespace that `pin` (a file on nsfs) stands for; none when there is no such namespace. */
export function processesIn(kind: 'pid' | 'net', pin: string): ProcessIdentity[] {
  const wanted = namespaceAt(pin);
  if (wanted === undefined || wanted === namespaceAt(`/proc/self/ns/${kind}`)) return [];
  return processNumbers()
    .filter((pid) => namespaceAt(`/proc/${pid}/ns/${kind}`) === wanted)
    .flatMap((pid) => identify(Number(pid)) ?? []);
}

/** Of all processes of the machine. */
export const processNumbers = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** A file of a process's folder in /proc. */
export function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has just ended
  }
}

/** The users of all processes of the machine. */
export function usersAtWork(): number[] {
  const running = processNumbers().filter((pid) => identify(Number(pid)) !== undefined);
  return [...new Set(running.flatMap(usersOf))];
}

/** Real, effective, saved and for files. */
export function usersOf(pid: string): number[] {
  return (/^Uid:\s+(.*)$/m.exec(readOf(pid, 'status'))?.[1] ?? '').split(/\s+/).map(Number);
}

/** Kills without asking and waits, at most `deadlineMs`, until they are gone. Blocks: it also runs while the owner exits. */
export function killAndWait(processes: readonly ProcessIdentity[], deadlineMs: number): void {
  for (const process of processes) kill(process);
  const deadline = Date.now() + deadlineMs;
  while (processes.some(isRunning) && Date.now() < deadline) sleepSync(10);
}

/** Without asking; nothing happens when it has ended. */
export function kill(target: ProcessIdentity): void {
  if (!isRunning(target)) return;
  try {
    process.kill(target.pid, 'SIGKILL');
  } catch {
    return; // it ended by itself in the meantime
  }
}

/** Device and inode tell a namespace from all others while it is alive, and from an ordinary file. */
function namespaceAt(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined; // the process has ended, or there is no such room
  }
}

export function sleepSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
