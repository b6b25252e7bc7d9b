import { deleteNow } from './deletions';

/** What removes each open room without giving way to anything else. */
const open = new Map<string, () => void>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From now on the room is removed when this process ends, by itself, by an uncaught error, or by Ctrl-C. */
export function guard(id: string, removeNow: () => void): void {
  if (open.size === 0) {
    process.on('exit', removeAll);
    for (const signal of SIGNALS) process.on(signal, endBy);
  }
  open.set(id, removeNow);
}

/** The room has been removed. */
export function unguard(id: string): void {
  open.delete(id);
  if (open.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function removeAll(): void {
  for (const [id, removeNow] of [...open]) {
    open.delete(id);
    try {
      removeNow();
    } catch (error) {
      process.stderr.write(`${String(error)}\n`); // the others are to be removed as well, and this one is a leftover for the next room
    }
  }
  deleteNow();
}

function endBy(signal: NodeJS.Signals): void {
  // Somebody else who listens (a command line with its own farewell) decides when to end; `exit` comes then.
  if (process.listenerCount(signal) > 1 + listenersThatWaitToo()) return;
  removeAll();
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}

/**
 * How many listeners of the package `signal-exit` there are for each signal: testcontainers and many others bring it along. They end nothing while anybody else
 * listens; would we wait for them too, the process could not be ended. It counts itself where its own versions find one another: 3 on the process, 4 on the global object.
 */
function listenersThatWaitToo(): number {
  const emitters: readonly unknown[] = [
    Reflect.get(process, '__signal_exit_emitter__'),
    Reflect.get(globalThis, Symbol.for('signal-exit emitter')),
  ];
  return emitters
    .map((one) => (typeof one === 'object' && one !== null ? Number(Reflect.get(one, 'count')) : 0))
    .reduce((sum, count) => sum + (count > 0 ? count : 0), 0);
}
