import type { EngineEvent } from '../../evidence/docker';
import { kindOfEvent, markIn, type AllMade, type Kind } from './marks';
import { matchSlots, type Slot } from './match-slots';
import { millisOf } from './parse-event';

/** A call that was given up, or whose process was killed, goes on in the engine; and an end whose beginning was forgotten began so long before. */
const longestOpenMs = 60_000;
/** What one burst without an end may have left of a kind; it never reads the processes twice. */
const unknownCalls: Readonly<Record<'top' | 'other', number>> = { top: 1, other: 50 };

/** What Vigie left between marks among the events of one container. */
export interface Marked {
  /** The marks, and what they say is Vigie's. */
  readonly own: ReadonlySet<EngineEvent>;
  /** Vigie's or somebody else's: a burst of calls was broken off, and nobody knows what it left. */
  readonly unsure: ReadonlySet<EngineEvent>;
  /** Bursts that overlap, with all of `own` that is theirs; `whole`: nothing more can be told of them. */
  readonly runs: readonly Run[];
}
export interface Run {
  readonly ids: readonly string[];
  readonly events: readonly EngineEvent[];
  readonly whole: boolean;
}

/** One burst of calls, by the places of its marks in the list of events: an engine forgets, and a process may be killed. */
interface Burst {
  readonly id: string;
  begin?: number;
  end?: number;
  made?: AllMade;
}

/** `events`: of one container. Bursts of several graders may overlap in any way: what is told is how many events of each kind are theirs. */
export function markedEvents(events: readonly EngineEvent[]): Marked {
  const inTime = events.toSorted((a, b) => millisOf(a) - millisOf(b));
  const bursts = burstsIn(inTime);
  const own = new Set(inTime.filter((event) => markIn(event) !== undefined));
  const unsure = new Set<EngineEvent>();
  for (const [kind, places] of placesByKind(inTime)) {
    const sure: Slot[] = [];
    const maybe: Slot[] = [];
    for (const burst of bursts) addSlots(burst, kind, inTime, sure, maybe);
    const matched = matchSlots(places, sure, maybe);
    for (const place of matched.sure) addTo(own, inTime[place]);
    for (const place of matched.maybe) addTo(unsure, inTime[place]);
  }
  return { own, unsure, runs: runsOf(bursts, inTime, own) };
}

function addTo(set: Set<EngineEvent>, event: EngineEvent | undefined): void {
  if (event) set.add(event);
}

function burstsIn(events: readonly EngineEvent[]): readonly Burst[] {
  const bursts = new Map<string, Burst>();
  events.forEach((event, place) => {
    const mark = markIn(event);
    if (!mark) return;
    const burst = bursts.get(mark.id) ?? { id: mark.id };
    bursts.set(mark.id, burst);
    if (mark.side === 'begin') burst.begin ??= place;
    else if (burst.end === undefined) [burst.end, burst.made] = [place, mark.made];
  });
  return [...bursts.values()];
}

function placesByKind(events: readonly EngineEvent[]): ReadonlyMap<Kind, readonly number[]> {
  const places = new Map<Kind, number[]>();
  events.forEach((event, place) => {
    const kind = markIn(event) ? undefined : kindOfEvent(event);
    if (kind === undefined) return;
    const known = places.get(kind);
    if (known) known.push(place);
    else places.set(kind, [place]);
  });
  return places;
}

/** The places in which a burst may have left events of a kind, one slot for each event. */
function addSlots(
  burst: Burst,
  kind: Kind,
  events: readonly EngineEvent[],
  sure: Slot[],
  maybe: Slot[],
): void {
  const { begin, end, made } = burst;
  const add = (slots: Slot[], count: number, slot: Slot): void => {
    for (let n = 0; n < count; n += 1) slots.push(slot);
  };
  if (begin === undefined) {
    if (end === undefined) return;
    const { sure: left = 0, maybe: more = 0 } = made?.get(kind) ?? {};
    const from = placeAt(events, end, -longestOpenMs);
    add(maybe, left, { from, to: end });
    add(maybe, more, { from, to: placeAt(events, end, longestOpenMs) });
    return;
  }
  const last = (): number => placeAt(events, begin, longestOpenMs);
  if (end === undefined) {
    add(maybe, unknownCalls[kind === 'top' ? 'top' : 'other'], { from: begin, to: last() });
    return;
  }
  const { sure: left = 0, maybe: more = 0 } = made?.get(kind) ?? {};
  add(sure, left, { from: begin, to: end });
  if (more > 0) add(maybe, more, { from: begin, to: Math.max(end, last()) });
}

/** The place before which, or from which on, events are further off than that. */
function placeAt(events: readonly EngineEvent[], place: number, ms: number): number {
  const mark = events[place];
  if (!mark) return place;
  const limit = millisOf(mark) + ms;
  const beyond =
    ms > 0
      ? events.findIndex((event) => millisOf(event) > limit)
      : events.findLastIndex((event) => millisOf(event) < limit);
  return ms > 0 && beyond < 0 ? events.length : beyond;
}

function runsOf(
  bursts: readonly Burst[],
  events: readonly EngineEvent[],
  own: ReadonlySet<EngineEvent>,
): readonly Run[] {
  const spans = bursts
    .map((burst) => ({ ...spanOf(burst, events), burst }))
    .toSorted((a, b) => a.from - b.from);
  const runs: { to: number; from: number; bursts: Burst[] }[] = [];
  for (const { from, to, burst } of spans) {
    const last = runs.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.bursts.push(burst);
    } else runs.push({ from, to, bursts: [burst] });
  }
  return runs.map(({ from, to, bursts: overlapping }) => ({
    ids: overlapping.map(({ id }) => id),
    events: events.slice(Math.max(0, from), to + 1).filter((event) => own.has(event)),
    whole: overlapping.every(isWhole),
  }));
}

const isWhole = ({ begin, end, made }: Burst): boolean =>
  begin !== undefined && end !== undefined && [...(made?.values() ?? [])].every(({ maybe }) => maybe === 0);

function spanOf(burst: Burst, events: readonly EngineEvent[]): { from: number; to: number } {
  const { begin, end = begin } = burst;
  if (begin === undefined) {
    if (end === undefined) return { from: 0, to: 0 };
    return { from: placeAt(events, end, -longestOpenMs), to: placeAt(events, end, longestOpenMs) };
  }
  return { from: begin, to: isWhole(burst) ? (end ?? begin) : placeAt(events, begin, longestOpenMs) };
}
