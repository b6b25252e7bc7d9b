import { openCleanRoom, resetRoom, type CleanRoom, type CleanRoomOptions } from '../../cleanroom';

/** Two rooms that take turns: while one is used, the other is made like new. */
export interface Rooms extends AsyncDisposable {
  /** A room like new; the one that was given out before is used no more. */
  next(): Promise<CleanRoom>;
}

/** Rejects with a `CleanRoomError`. */
export async function openRooms(options: CleanRoomOptions = {}): Promise<Rooms> {
  const rooms = [await openCleanRoom(options), await openCleanRoom(options)];
  const ready = rooms.map((room) => Promise.resolve(room));
  let used: CleanRoom | undefined;
  return {
    async next() {
      if (used !== undefined) ready.push(likeNew(used));
      used = await ready.shift();
      if (used === undefined) throw new Error('The rooms are closed.');
      return used;
    },
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(ready);
      await Promise.all(rooms.map((room) => room.close()));
    },
  };
}

function likeNew(room: CleanRoom): Promise<CleanRoom> {
  const reset = resetRoom(room).then(() => room);
  // It is awaited when its turn comes; that it failed must not end the process before.
  reset.catch(() => undefined);
  return reset;
}
