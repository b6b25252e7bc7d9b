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
    removeNow();
  }
  deleteNow();
}

function endBy(signal: NodeJS.Signals): void {
  // Somebody else who listens (a command line with its own farewell) decides when to end; `exit` comes then.
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}
