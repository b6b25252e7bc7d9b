import { rmSync } from 'node:fs';
import { deleteNow } from './deletions';
import type { RoomRecord } from './room-record';
import { giveUpFolder } from './room-record';
import { stripRoom } from './strip-room';

const open = new Map<string, RoomRecord>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** From now on the room is removed when this process ends, by itself, by an uncaught error, or by Ctrl-C. */
export function guard(room: RoomRecord): void {
  if (open.size === 0) {
    process.on('exit', removeAll);
    for (const signal of SIGNALS) process.on(signal, endBy);
  }
  open.set(room.id, room);
}

/** The room has been removed. */
export function unguard(room: RoomRecord): void {
  open.delete(room.id);
  if (open.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function removeAll(): void {
  for (const room of [...open.values()]) {
    open.delete(room.id);
    stripRoom(room);
    rmSync(giveUpFolder(room.slot), { recursive: true, force: true });
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
