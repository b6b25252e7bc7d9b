import type { EngineEvent } from '../../evidence/docker';
import type { Recording } from '../looking';
import { millisOf } from './parse-event';

/** Events, oldest first, of which none is missing since some time (seconds since the epoch, with fractions). */
export interface EventList {
  readonly events: readonly EngineEvent[];
  readonly completeSince: number;
}

/** `since` is kept in seconds, and often in whole ones. */
const roundingMs = 1;

/** The engine's memory and a recording as one list, oldest first, each event once. */
export function mergeEvents(ring: EventList, recording: Recording | null): EventList {
  if (recording === null) return ring;
  const byKey = new Map<string, EngineEvent>();
  for (const event of [...recording.events, ...ring.events]) byKey.set(keyOf(event), event);
  const events = [...byKey.values()].sort(byTime);
  return {
    events,
    completeSince: meet(ring, recording) ? Math.min(recording.since, ring.completeSince) : ring.completeSince,
  };
}

/** The two meet when the recording went on until the engine's memory begins, or when they share an event. */
function meet(ring: EventList, recording: Recording): boolean {
  if (ring.completeSince <= recording.until) return true;
  // What is older than either is complete says nothing of what came in between.
  const isSure = (event: EngineEvent): boolean =>
    millisOf(event) >= Math.max(recording.since, ring.completeSince) * 1000 - roundingMs;
  const recorded = new Set(recording.events.filter(isSure).map(keyOf));
  return ring.events.some((event) => isSure(event) && recorded.has(keyOf(event)));
}

/** One event is one, however often it is read. */
export const keyOf = (event: EngineEvent): string =>
  `${event.timeNano} ${event.type} ${event.action} ${event.id}`;

export const byTime = (a: EngineEvent, b: EngineEvent): number => millisOf(a) - millisOf(b);
