import type { Fact } from '../../evidence/evidence';
import type { EventsFact } from '../../evidence/facts';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import { admitLines } from '../engine/door';
import { askPing } from '../engine/ping';
import { isNews, joinAll, worthKeeping } from '../events/known-events';
import { byTime, type EventList } from '../events/merge-events';
import { ownEvents } from '../events/own-events';
import { millisOf, parseEvent } from '../events/parse-event';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';

/** The engine keeps this many events, of all types together, in memory (moby's `eventsLimit`; measured on 20.10 to 28.5). */
const engineKeeps = 256;

/** What the engine still remembers, what earlier looks saw and what `watch` recorded, in one list that knows how far back it is complete. */
export const events: Collector<'events'> = async (_request, looking) => {
  const ring = await readRing(looking);
  if ('fault' in ring) return ring;
  const { memory } = looking;
  const sameClock = hasOurClock(looking);
  const engineId = await engineIdFor(looking, ring.value);
  const seen = engineId === undefined ? [] : (memory.seen?.read(engineId) ?? []);
  const watched = memory.recording(looking.engine.endpoint.url);
  const { events: list, completeSince } = joinAll(ring.value, [
    ...seen,
    ...(watched !== null && watched.engineId === engineId ? [watched] : []),
  ]);
  const { own, unsure } = ownEvents(list, memory.ownCalls(), sameClock);
  if (engineId !== undefined && !ring.value.keepsAll && isNews(ring.value.events, seen)) {
    const all = joinAll(ring.value, seen);
    const kept = worthKeeping(all, ownEvents(all.events, memory.ownCalls(), sameClock), ring.value.readAt);
    memory.seen?.keep({ engineId, since: all.completeSince, until: ring.value.readAt, events: kept });
  }
  return {
    value: {
      events: list.map((event) => ({
        ...event,
        own: own.has(event),
        ...(unsure.has(event) && { unsure: true as const }),
      })),
      completeSince,
      ...(ring.value.full && { full: true as const }),
      readAt: ring.value.readAt,
    } satisfies EventsFact,
  };
};

/** Recordings are of one very engine: another one may stand at the same endpoint now. Podman keeps all events itself. */
async function engineIdFor(looking: Looking, ring: Ring): Promise<string | undefined> {
  const { memory } = looking;
  const isAsked = memory.recording(looking.engine.endpoint.url) !== null || (memory.seen && !ring.keepsAll);
  if (!isAsked) return undefined;
  const engine = await looking.ask({ fact: 'engine' });
  return 'value' in engine && engine.value.id !== '' ? engine.value.id : undefined;
}

/** What the engine remembers by itself. */
export interface Ring extends EventList {
  /** The engine had to forget events to remember these. */
  readonly full: boolean;
  /** It forgets nothing: Podman writes them to a file. */
  readonly keepsAll: boolean;
  readonly readAt: number;
}

export async function readRing({ engine, signal }: Pick<Looking, 'engine' | 'signal'>): Promise<Fact<Ring>> {
  const limit = within(limits.events, signal);
  const ping = await askPing(engine, limit);
  if ('fault' in ping) return ping;
  const isPodman = ping.value['libpod-api-version'] !== undefined;
  const readAt = engineNow((Date.now() + 1) / 1000, ping.value['date']);
  // Podman with `until` answers at random (a race with its file logger); Docker without it would follow for ever.
  const query = isPodman ? { since: 0, stream: false } : { since: 0, until: readAt.toFixed(9) };
  const call = { method: 'GET', path: '/events', query, as: 'ndjson-until-end' } as const;
  const lines = admitLines(call, await engine.request(call, limit), answerShapes.event);
  if ('fault' in lines) return lines;
  const list = lines.value.flatMap((line) => parseEvent(line) ?? []).sort(byTime);
  const [first] = list;
  return {
    value: {
      events: list,
      // Nothing is lost between the first that is remembered and now; what was before it nobody knows.
      completeSince: first === undefined ? readAt : millisOf(first) / 1000,
      full: !isPodman && list.length >= engineKeeps,
      keepsAll: isPodman,
      readAt,
    },
  };
}

/**
 * Until when to read, on the engine's clock: its own date has whole seconds only, so where the two agree ours is finer.
 * `ours` is past the millisecond that has begun. A little late costs a moment of waiting; a little early would cost the last events.
 */
export function engineNow(ours: number, date: string | undefined): number {
  const theirs = date === undefined ? NaN : Date.parse(date) / 1000;
  const agree = !Number.isFinite(theirs) || (theirs <= ours && ours < theirs + 2);
  return agree ? ours : theirs + 1;
}

/** An engine on this very machine; elsewhere than on Linux even a local one is in a virtual machine with a clock of its own. */
const hasOurClock = ({ engine }: Looking): boolean =>
  engine.endpoint.transport.kind === 'unix' && process.platform === 'linux';
