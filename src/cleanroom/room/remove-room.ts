import { rmSync } from 'node:fs';
import { allDeleted, startDeleting } from './deletions';
import { guard, unguard } from './exit-guard';
import type { RoomRecord } from './room-record';
import { giveUpFolder } from './room-record';
import { stripRoom } from './strip-room';

/** From now on the room is removed when this process ends, however it ends by itself. */
export function guardRoom(room: RoomRecord): void {
  guard(room.id, () => {
    stripRoom(room);
    rmSync(giveUpFolder(room.slot), { recursive: true, force: true });
  });
}

/** Removes a guarded room, whatever there is of it. */
export async function removeRoom(room: RoomRecord): Promise<void> {
  stripRoom(room);
  startDeleting(giveUpFolder(room.slot));
  // The slot may be somebody else's from here on: what is still ours is the deletion, which the guard finishes.
  guard(room.id, () => undefined);
  await allDeleted();
  unguard(room.id);
}
