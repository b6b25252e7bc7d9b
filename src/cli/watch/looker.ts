/** Looks again when asked to, never twice at once, and not before things have settled. */
export interface Looker {
  /** After a moment in which nothing more happens. */
  readonly ask: () => void;
  /** The looks under way are waited for; there will be no other. */
  readonly stop: () => Promise<void>;
}

export interface Pace {
  /** Events come in bursts: `docker run` alone makes four. */
  readonly settleMs: number;
  /** A burst that does not end is looked into all the same. */
  readonly longestMs: number;
  /** Much of what a lab asks about leaves no event: a program started in a container, an answer written down. */
  readonly idleMs: number;
}

export function openLooker(look: () => Promise<void>, { settleMs, longestMs, idleMs }: Pace): Looker {
  let timer: NodeJS.Timeout | undefined;
  let askedAt: number | undefined;
  let underWay: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const schedule = (ms: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(start, ms);
  };
  function start(): void {
    askedAt = undefined;
    again = false;
    underWay = look().finally(() => {
      underWay = undefined;
      if (again) ask();
      else schedule(idleMs);
    });
  }
  function ask(): void {
    again = true;
    if (underWay || stopped) return;
    askedAt ??= Date.now();
    schedule(Math.max(0, Math.min(settleMs, askedAt + longestMs - Date.now())));
  }
  return {
    ask,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
