import { join } from 'node:path';
import { withFileLock } from '../../file-lock';
import { allDeleted, startDeleting } from './deletions';
import { isRunning } from './process-identity';
import type { ListedRoom } from '../room-record';
import { ROOMS_FOLDER, giveUpFolder, listAbandonedFolders, listRooms, recordOf } from '../room-record';
import { stripRoom } from './strip-room';

/**
 * Removes what dead owners left: rooms whose owner no longer runs, and folders that no room uses. Returns the number of rooms.
 * One in which something does not end stays, and nobody else's trouble comes of it. Under a lock, and a slot is free for others only after its room is gone, so that nobody's new room is taken for an old one.
 */
export async function removeLeftovers(): Promise<number> {
  return withFileLock(join(ROOMS_FOLDER, '.lock'), async () => {
    const dead = listRooms().filter(({ record }) => record === undefined || !isRunning(record.owner));
    // Removing one takes a while, in which another one's owner may have removed it after all, and the slot be somebody else's.
    const stillDead = ({ slot, record }: ListedRoom) => recordOf(slot)?.id === record?.id;
    const given = dead.flatMap((room) => {
      return stillDead(room) && stripRoom(room) ? [giveUpFolder(room.slot)] : [];
    });
    [...given, ...listAbandonedFolders()].forEach(startDeleting);
    await allDeleted();
    return given.length;
  });
}
