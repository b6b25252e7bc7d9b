import { CleanRoomError } from '../../clean-room-error';
import { allDeleted, deleteFolderNow, startDeleting } from './deletions';
import { guard, unguard } from './exit-guard';
import type { RoomRecord } from '../room-record';
import { disown, giveUpFolder } from '../room-record';
import { stripRoom } from './strip-room';

/** From now on the room is removed when this process ends, however it ends by itself. */
export function guardRoom(room: RoomRecord): void {
  guard(room.id, () => {
    if (stripRoom(room)) deleteFolderNow(giveUpFolder(room.slot));
  });
}

/** Rooms that this process has left to others: their slots may be somebody else's at any time. */
const lost = new Set<string>();

/** Ends what runs in a room, if it is still this process's. */
export function endRoom(room: RoomRecord): void {
  if (!lost.has(room.id)) stripRoom(room);
}

/** Removes a guarded room, whatever there is of it. Rejects with a `CleanRoomError` when something in it cannot be ended. */
export async function removeRoom(room: RoomRecord): Promise<void> {
  if (lost.has(room.id)) return;
  emptyRoom(room);
  startDeleting(giveUpFolder(room.slot));
  // The slot may be somebody else's from here on: what is still ours is the deletion, which the guard finishes.
  guard(room.id, () => undefined);
  await allDeleted();
  unguard(room.id);
}

/** Ends and removes all of a room but its folder. What cannot be ended keeps its slot, for `removeLeftovers` to try again. */
export function emptyRoom(room: RoomRecord): void {
  if (!lost.has(room.id)) {
    if (stripRoom(room)) return;
    lost.add(room.id);
    disown(room);
    unguard(room.id);
  }
  throw new CleanRoomError(
    'cleanroom.not-empty',
    `Something in ${room.id} does not end; the next room tries again.`,
  );
}
