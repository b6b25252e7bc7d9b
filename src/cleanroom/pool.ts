import type { CleanRoom } from './clean-room';

/** Rooms that are ready before they are asked for. */
export interface Pool extends AsyncDisposable {
  /** A room that nobody had before, at once when one is ready. It is the caller's to close; another one is then opened for the next caller. */
  take(): Promise<CleanRoom>;
}

/** How a pool is filled. `open` opens a room. */
export interface PoolOptions {
  /** Rooms that are kept ready. */
  readonly warm: number;
  /** Images that each room has before it is given out, by reference. */
  readonly images?: readonly string[];
  /** How many will be asked for at most: no room is made ready for nobody. */
  readonly most?: number;
  /** A room that was ready for longer, in milliseconds, is closed and another one given out: its lifetime has run meanwhile. */
  readonly mostWaitMs?: number;
  readonly open: () => Promise<CleanRoom>;
}

/** Begins to open rooms. A room that cannot be opened rejects the `take` that would have had it. */
export function fillPool({
  warm,
  images = [],
  most = Infinity,
  mostWaitMs = Infinity,
  open,
}: PoolOptions): Pool {
  const ready: Waiting[] = [];
  const stale: Promise<void>[] = [];
  let opened = 0;
  let closed = false;
  let first: Promise<void> | undefined;
  // One room after all others at once: what the first one pulled is in the mirror, and two would both have it from outside.
  const pull = async (room: CleanRoom): Promise<void> => {
    if (first === undefined) return (first = pullImages(room, images));
    await first;
    return pullImages(room, images);
  };
  const openNext = (): Waiting => {
    opened += 1;
    const room = open().then(async (fresh) => {
      await pull(fresh);
      return fresh;
    });
    room.catch(() => undefined); // told to whoever takes it
    return { room, since: performance.now() };
  };
  const refill = (): void => {
    while (!closed && ready.length < warm && opened < most) ready.push(openNext());
  };
  refill();
  return {
    async take() {
      if (closed) throw new Error('The pool is closed.');
      while (ready[0] && performance.now() - ready[0].since > mostWaitMs) {
        opened -= 1;
        stale.push(...ready.splice(0, 1).map(closeWhenOpen));
      }
      const { room } = ready.shift() ?? openNext();
      // Opening the next one takes the processor; the one that is wanted now goes first.
      void room.then(refill, refill);
      return room;
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      await Promise.all([...stale, ...ready.splice(0).map(closeWhenOpen)]);
    },
  };
}

interface Waiting {
  readonly room: Promise<CleanRoom>;
  readonly since: number;
}

/** A room that could not be opened has nothing to close. */
const closeWhenOpen = ({ room }: Waiting): Promise<void> =>
  room.then(
    (fresh) => fresh.close(),
    () => undefined,
  );

/** From the mirror, so that nothing comes from outside twice. An image that does not come is left for the session to meet. */
async function pullImages(room: CleanRoom, images: readonly string[]): Promise<void> {
  for (const image of images) await room.run(['docker', 'pull', '-q', image], { deadlineMs: 300_000 });
}
