import type { EngineEvent } from '../../evidence/docker';
import type { Ring } from '../facts/events';
import type { Recording } from '../looking';

export interface Merged {
  readonly events: readonly EngineEvent[];
  readonly completeSince: number | null;
}

/** The engine's memory and a recording as one list, oldest first, each event once. */
export function mergeEvents(ring: Ring, recording: Recording | null): Merged {
  if (recording === null) return ring;
  const byKey = new Map<string, EngineEvent>();
  for (const event of [...recording.events, ...ring.events]) byKey.set(keyOf(event), event);
  const events = [...byKey.values()].sort((a, b) => Number(a.timeNano) - Number(b.timeNano));
  // The two meet when the engine still remembers what happened before the recording ended.
  const meet = ring.completeSince !== null && ring.completeSince <= recording.until;
  return { events, completeSince: meet ? Math.min(recording.since, ring.completeSince) : ring.completeSince };
}

const keyOf = (event: EngineEvent): string => `${event.timeNano} ${event.type} ${event.action} ${event.id}`;
