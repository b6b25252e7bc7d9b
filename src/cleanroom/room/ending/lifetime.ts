/** The time that a room has. */
export interface Lifetime {
  readonly over: AbortSignal;
  /** From the beginning, as for a new room. */
  restart(): void;
  end(): void;
}

/** Calls `finish` when the time (in milliseconds, unlimited when left out) is over. Does not keep the process alive. */
export function startLifetime(lifetimeMs: number | undefined, finish: () => void): Lifetime {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    if (lifetimeMs === undefined) return;
    timer = setTimeout(() => {
      over.abort();
      finish();
    }, lifetimeMs).unref();
  };
  start();
  return {
    over: over.signal,
    restart() {
      clearTimeout(timer);
      start();
    },
    end() {
      clearTimeout(timer);
    },
  };
}
