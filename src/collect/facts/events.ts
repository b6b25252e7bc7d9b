import type { EngineEvent } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import type { EventsFact } from '../../evidence/facts';
import { mergeEvents } from '../events/merge-events';
import { ownEvents } from '../events/own-events';
import { parseEvent } from '../events/parse-event';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { valueOf } from './answer-value';

/** The engine keeps this many events, of all types together, in memory (moby's `eventsLimit`; measured on 20.10 to 28.5). */
const engineKeeps = 256;

/** What the engine still remembers, and what `watch` recorded, in one list that knows how far back it is complete. */
export const events: Collector<'events'> = async (_request, looking) => {
  const ring = await readRing(looking);
  if ('fault' in ring) return ring;
  const recording = looking.memory.recording(looking.engine.endpoint.url);
  const engine = recording && (await looking.ask({ fact: 'engine' }));
  const usable = engine && 'value' in engine && engine.value.id === recording.engineId ? recording : null;
  const merged = mergeEvents(ring.value, usable);
  const own = ownEvents(merged.events, looking.memory.ownCalls());
  return {
    value: {
      events: merged.events.map((event) => ({ ...event, own: own.has(event) })),
      completeSince: merged.completeSince,
      readAt: ring.value.readAt,
    } satisfies EventsFact,
  };
};

export interface Ring {
  readonly events: readonly EngineEvent[];
  /** Since when nothing is missing: the oldest event of a full ring, the engine's start else; `null` where that is not known. */
  readonly completeSince: number | null;
  readonly readAt: number;
}

async function readRing(looking: Looking): Promise<Fact<Ring>> {
  const { engine, signal } = looking;
  const ping = await engine.request(
    { method: 'GET', path: '/_ping', as: 'text' },
    within(limits.events, signal),
  );
  if (!ping.ok) return { fault: ping.fault };
  const isPodman = ping.headers['libpod-api-version'] !== undefined;
  const readAt = engineNow(ping.headers['date'], looking);
  // Podman with `until` answers at random (a race with its file logger); Docker without it would follow for ever.
  const query = isPodman ? { since: 0, stream: false } : { since: 0, until: readAt.toFixed(9) };
  const [answer, started] = await Promise.all([
    engine.request(
      { method: 'GET', path: '/events', query, as: 'ndjson-until-end' },
      within(limits.events, signal),
    ),
    isPodman ? 0 : engineStart(looking),
  ]);
  return valueOf(answer, (lines) => {
    const list = lines
      .flatMap((line) => parseEvent(line) ?? [])
      .sort((a, b) => Number(a.timeNano) - Number(b.timeNano));
    const full = !isPodman && list.length >= engineKeeps;
    return { events: list, completeSince: full ? (list[0]?.time ?? null) : started, readAt };
  });
}

/** A remote engine's clock may be off: its own date decides, unless it agrees with ours, which is finer. */
function engineNow(date: string | undefined, { engine }: Looking): number {
  const ours = Date.now() / 1000;
  const theirs = date === undefined ? NaN : Date.parse(date) / 1000;
  const isLocal = engine.endpoint.transport.kind === 'unix' || engine.endpoint.transport.kind === 'npipe';
  return isLocal || !Number.isFinite(theirs) || Math.abs(theirs - ours) < 2 ? ours : theirs;
}

/**
 * When the engine was started, in seconds: it makes its default bridge anew at each start, so the network's date is its own.
 * `null` where there is no such network; then only a container's own `create` event shows how far back the events reach.
 */
async function engineStart({ engine, signal }: Looking): Promise<number | null> {
  const call = { method: 'GET', path: '/networks/bridge', as: 'json' } as const;
  const answer = await engine.request(call, within(limits.inspect, signal));
  if (!answer.ok || answer.status !== 200) return null;
  const { body } = answer;
  const created = typeof body === 'object' && body !== null && 'Created' in body ? body.Created : undefined;
  const at = typeof created === 'string' ? Date.parse(created) / 1000 : NaN;
  return Number.isFinite(at) ? at : null;
}
