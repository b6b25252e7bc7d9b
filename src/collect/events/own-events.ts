import type { EngineEvent } from '../../evidence/docker';
import type { OwnCall } from '../looking';
import { markedEvents, type Run } from './marked-events';
import { cutText, millisOf } from './parse-event';

/** An event is stamped while its call is under way; this much is for the rounding of times. */
const sameClockSlackMs = 30;
/** The clock of an engine in a virtual machine or on another host is a little off ours. */
const otherClockSlackMs = 2_000;

/** Whose events are. What is in neither set is nobody's of Vigie. */
export interface Owned {
  readonly own: ReadonlySet<EngineEvent>;
  /** A look was broken off: these may be Vigie's. */
  readonly unsure: ReadonlySet<EngineEvent>;
  readonly runs: readonly Run[];
}

/** Which of these events did Vigie cause? `sameClock`: the engine runs on this machine, by the same clock. */
export function ownEvents(
  events: readonly EngineEvent[],
  ownCalls: readonly OwnCall[],
  sameClock: boolean,
): Owned {
  const own = new Set<EngineEvent>();
  const unsure = new Set<EngineEvent>();
  const runs: Run[] = [];
  const slack = sameClock ? sameClockSlackMs : otherClockSlackMs;
  const byContainer = groupBy(
    events.filter(({ type }) => type === 'container'),
    ({ id }) => id,
  );
  for (const ofContainer of byContainer.values()) {
    const marked = markedEvents(ofContainer);
    for (const event of marked.own) for (const part of wholeExec(event, ofContainer)) own.add(part);
    for (const event of marked.unsure) for (const part of wholeExec(event, ofContainer)) unsure.add(part);
    for (const run of marked.runs)
      runs.push({ ...run, events: run.events.flatMap((event) => wholeExec(event, ofContainer)) });
  }
  for (const call of ownCalls) claim(call, byContainer.get(call.container) ?? [], slack, own);
  for (const event of own) unsure.delete(event);
  return { own, unsure, runs };
}

/**
 * What a recording has to keep of Vigie's own: a burst of calls whose end is not known yet is told later, from its marks. `begun`: bursts of
 * which something is kept already.
 */
export function stillOpen({ runs }: Owned, begun: ReadonlySet<string>): ReadonlySet<EngineEvent> {
  return new Set(
    runs
      .filter(({ whole, ids }) => !whole || ids.some((id) => begun.has(id)))
      .flatMap(({ events }) => events),
  );
}

/**
 * A call that could not be put between marks: takes one event of each kind that it makes, the nearest to its own time; what is beyond that number is
 * the student's.
 */
function claim(call: OwnCall, events: readonly EngineEvent[], slack: number, own: Set<EngineEvent>): void {
  for (const action of madeBy(call.action)) {
    const [nearest] = events
      .filter(
        (event) => event.action.trimEnd() === action && !own.has(event) && distance(call, event) <= slack,
      )
      .sort((a, b) => distance(call, a) - distance(call, b));
    if (nearest) for (const part of wholeExec(nearest, events)) own.add(part);
  }
}

/** The actions of the events that one call of ours makes the engine emit. */
function madeBy(action: OwnCall['action']): readonly string[] {
  if (action === 'top' || action === 'archive-path') return [action];
  // The engine joins the words with spaces, with one behind a lone word; Podman does not tell the command.
  return [cutText(action).trimEnd(), 'exec', 'exec_died'];
}

/** Docker ties the creation, the start and the end of an exec by its ID. */
function wholeExec(event: EngineEvent, events: readonly EngineEvent[]): readonly EngineEvent[] {
  const exec = event.attributes['execID'];
  return exec === undefined ? [event] : events.filter(({ attributes }) => attributes['execID'] === exec);
}

/** Milliseconds between an event and the time of a call; 0 inside of it. */
function distance({ from, to }: Pick<OwnCall, 'from' | 'to'>, event: EngineEvent): number {
  const at = millisOf(event);
  return at < from ? from - at : at > to ? at - to : 0;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
