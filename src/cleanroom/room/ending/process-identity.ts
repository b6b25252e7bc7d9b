import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. `start` is in clock ticks since boot. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly start: string;
  readonly boot: string;
}

/** The identity of a running process; `undefined` when there is none with this number. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const start = startOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return start === undefined ? undefined : { pid, start, boot: bootId() };
  } catch {
    return undefined; // no such process
  }
}

/** When a process began, of what `/proc/<pid>/stat` says; `undefined` when it has ended. One whose first thread has ended goes on with the others. */
export function startOf(stat: string): string | undefined {
  // The name (field 2) may hold blanks and brackets, so count from its last bracket. Field 3 is the state, 20 the number of threads, 22 the start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, threads, start = ''] = [fields[0], Number(fields[17]), fields[19]];
  return state === 'X' || (state === 'Z' && threads <= 1) ? undefined : start;
}

/** Whether exactly this process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now?.start === identity.start && now.boot === identity.boot;
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}
