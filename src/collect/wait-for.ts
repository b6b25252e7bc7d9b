import type { Fact } from '../evidence/evidence';
import { factKey, type Request } from '../evidence/request';
import type { Poll } from '../plan/plan';
import type { Looking } from './looking';

/** Pauses between the tries of a check that may wait: short at first, and not so many that our own calls fill the engine's memory of events. */
const firstPauseMs = 250;
const longestPauseMs = 2_000;
const growth = 1.6;

export interface Waiting {
  readonly poll: Poll;
  /** What the poll's check needs, events and hand-written tests apart: those do not change by asking again. */
  readonly requests: readonly Request[];
  /** A look that asks again each time. */
  readonly look: Looking;
  /** All that is known by now; what is found anew takes its place. */
  readonly facts: Record<string, Fact>;
  readonly holds: (poll: Poll, facts: Readonly<Record<string, Fact>>) => boolean;
  readonly now: () => number;
  readonly startedAt: number;
}

/** Asks again for what a check needs until it passes or its time is over, the last time at the very end; the last facts stay. */
export async function waitFor(waiting: Waiting): Promise<void> {
  const { poll, requests, look, facts, holds, now } = waiting;
  const { signal } = look;
  const isOver = (): boolean => signal.aborted || holds(poll, facts);
  const left = (): number => poll.withinMs - (now() - waiting.startedAt);
  for (let next = firstPauseMs; !isOver(); next = Math.min(longestPauseMs, next * growth)) {
    const rest = left();
    if (rest <= 0) return;
    await pause(Math.min(next, rest), signal);
    if (isAborted(signal)) return;
    const fresh = await Promise.all(
      requests.map(async (request) => [factKey(request), await look.ask(request)] as const),
    );
    Object.assign(facts, Object.fromEntries(fresh));
  }
}

const isAborted = (signal: AbortSignal): boolean => signal.aborted;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
