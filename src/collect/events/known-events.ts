import type { EngineEvent } from '../../evidence/docker';
import type { Recording } from '../looking';
import { keyOf, mergeEvents, type EventList } from './merge-events';
import { stillOpen, type Owned } from './own-events';
import { millisOf } from './parse-event';

/** What the engine remembers with all recordings of it: from the newest backwards, so that each can join the next. */
export const joinAll = (ring: EventList, recordings: readonly Recording[]): EventList =>
  recordings.toSorted((a, b) => b.until - a.until).reduce(mergeEvents, ring);

/** A grader elsewhere may have seen half of a look of ours, and know its marks only. */
const settleMs = 5 * 60_000;

/** What is worth keeping of a list for later looks: all but what is known to be Vigie's own for good. `readAt`: in seconds. */
export function worthKeeping({ events }: EventList, owned: Owned, readAt: number): readonly EngineEvent[] {
  const open = stillOpen(owned, new Set());
  const isMarked = new Set(owned.runs.flatMap((run) => run.events));
  return events.filter(
    (event) =>
      !owned.own.has(event) ||
      open.has(event) ||
      (isMarked.has(event) && millisOf(event) > readAt * 1000 - settleMs),
  );
}

/** Is there anything in the list that was not kept before? */
export function isNews(events: readonly EngineEvent[], recordings: readonly Recording[]): boolean {
  if (recordings.length > 1) return true;
  const known = new Set(recordings.flatMap((recording) => recording.events.map(keyOf)));
  return events.some((event) => !known.has(keyOf(event)));
}
