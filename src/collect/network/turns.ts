/** Who is at which server: a student's may take one connection at a time, or a few requests a second, and the grader must not be what is too much. */
export interface Turns {
  /** Runs `visit` when no other visit is at this address; when one has hung there, all that wait go at the same time. */
  readonly at: <T>(
    address: string,
    visit: (so: Visited) => Promise<T>,
    hung: (came: T) => boolean,
  ) => Promise<T>;
}

/** What earlier visits to an address came to. */
export interface Visited {
  /** An answer came from it: it is open. */
  answered: boolean;
  /** How long was waited already because it refused after it had answered. */
  waitedMs: number;
}

interface Door {
  readonly so: Visited;
  hangs: boolean;
  free: Promise<void>;
}

export function takeTurns(): Turns {
  const doors = new Map<string, Door>();
  return {
    at: (address, visit, hung) => {
      const door = doors.get(address) ?? {
        so: { answered: false, waitedMs: 0 },
        hangs: false,
        free: Promise.resolve(),
      };
      doors.set(address, door);
      const visited = door.free.then(() => visit(door.so));
      door.free = door.free.then(() =>
        door.hangs
          ? undefined
          : visited.then((came) => {
              door.hangs ||= hung(came);
            }),
      );
      return visited;
    },
  };
}
