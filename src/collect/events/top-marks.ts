import type { EngineEvent } from '../../evidence/docker';
import { limits } from '../limits';
import { millisOf } from './parse-event';

/**
 * Vigie's reading of a container's processes leaves a `top` event that looks like a student's `docker top`. So a reading is put between two
 * marks that the engine records as well: the creation of an exec that is never started. Whose a `top` is then stands in the engine's own
 * record, on whatever machine that is read and however slow the engine was.
 */
export const commandOfMark = (side: Side, reading: string): readonly string[] => [
  'vigie',
  'top',
  side,
  reading,
];

type Side = 'begin' | 'end';
const mark = /^exec_create: vigie top (begin|end) ([0-9a-f]{8})$/;

/** A request that was given up goes on in the engine; a process of ours that was killed leaves no second mark either. */
const longestOpenMs = 60_000;

/** Where its marks stand in the list of events, or -1: an engine forgets, and a reading may not have come to its end. */
type Reading = Record<Side, number>;

/** The marks and the `top` events of ours among the events of one container. */
export function markedEvents(events: readonly EngineEvent[]): ReadonlySet<EngineEvent> {
  const inTime = events.toSorted((a, b) => millisOf(a) - millisOf(b));
  const readings = readingsIn(inTime);
  const own = new Set(inTime.filter(({ action }) => mark.test(action)));
  // Those with both marks first: what lies between them cannot be another's that was given up.
  for (const reading of [...readings.filter(isWhole), ...readings.filter((one) => !isWhole(one))]) {
    const top = within(reading, inTime).find((event) => event.action === 'top' && !own.has(event));
    if (top) own.add(top);
  }
  return own;
}

function readingsIn(events: readonly EngineEvent[]): readonly Reading[] {
  const readings = new Map<string, Reading>();
  events.forEach(({ action }, index) => {
    const [, side, id = ''] = mark.exec(action) ?? [];
    if (side === undefined) return;
    const reading = readings.get(id) ?? { begin: -1, end: -1 };
    reading[side === 'begin' ? 'begin' : 'end'] = index;
    readings.set(id, reading);
  });
  return [...readings.values()];
}

const isWhole = ({ begin, end }: Reading): boolean => begin !== -1 && end !== -1;

/** The events that may be this reading's, the likeliest first. */
function within({ begin, end }: Reading, events: readonly EngineEvent[]): readonly EngineEvent[] {
  if (begin === -1) return events.slice(0, end).reverse().filter(near(events[end], limits.top.deadlineMs));
  const after = events.slice(begin + 1, end === -1 ? undefined : end);
  return end === -1 ? after.filter(near(events[begin], longestOpenMs)) : after;
}

const near = (one: EngineEvent | undefined, ms: number) => (event: EngineEvent) =>
  one !== undefined && Math.abs(millisOf(event) - millisOf(one)) <= ms;
