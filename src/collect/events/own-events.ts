import type { EngineEvent } from '../../evidence/docker';
import type { OwnCall } from '../looking';
import { cutText, millisOf } from './parse-event';

/**
 * Vigie reads processes with two simultaneous `top` requests, so that the engine's own record tells its readings from a student's, also where
 * the memory of our calls is not to be had: two events so close together are ours. A reading that took longer leaves a mark beside them
 * (`markOfTops`), so no pair of ours can be further apart and unmarked. `docker top ubuntu; docker top ubuntu` in a shell: 90 ms apart.
 */
export const pairGapMs = 60;

/** An event is stamped while its call is under way; this much is for the rounding of times. */
const sameClockSlackMs = 30;
/** The clock of an engine in a virtual machine or on another host is a little off ours. */
const otherClockSlackMs = 2_000;
/** Until the engine records a mark that was sent at once. */
const markDelayMs = 1_000;

/** Which of these events did Vigie cause? `sameClock`: the engine runs on this machine, by the same clock. */
export function ownEvents(
  events: readonly EngineEvent[],
  ownCalls: readonly OwnCall[],
  sameClock: boolean,
): ReadonlySet<EngineEvent> {
  const own = new Set<EngineEvent>();
  const slack = sameClock ? sameClockSlackMs : otherClockSlackMs;
  const byContainer = groupBy(
    events.filter(({ type }) => type === 'container'),
    ({ id }) => id,
  );
  for (const call of ownCalls) claim(call, byContainer.get(call.container) ?? [], slack, own);
  for (const mark of events)
    for (const event of markedTops(mark, byContainer.get(mark.id) ?? [], own)) own.add(event);
  for (const event of pairedTops(events.filter((event) => !own.has(event)))) own.add(event);
  return own;
}

/** The command of an exec that is created and never started: it says that the two `top` of this many milliseconds before were ours. */
export const markOfTops = (tookMs: number): readonly string[] => ['vigie', 'top', String(Math.ceil(tookMs))];
const mark = /^exec_create: vigie top (\d{1,5})$/;

function markedTops(
  event: EngineEvent,
  events: readonly EngineEvent[],
  own: ReadonlySet<EngineEvent>,
): readonly EngineEvent[] {
  const took = mark.exec(event.action)?.[1];
  if (took === undefined) return [];
  const end = millisOf(event);
  const span = { from: end - Number(took) - markDelayMs, to: end };
  const isOurs = (top: EngineEvent): boolean => top.action === 'top' && distance(span, top) === 0;
  const known = events.filter((top) => own.has(top) && isOurs(top)).length;
  const others = events.filter((top) => !own.has(top) && isOurs(top));
  return [event, ...others.slice(Math.max(0, others.length - Math.max(0, 2 - known)))];
}

/** The closest two first, so that of three the odd one out is the student's. */
function pairedTops(events: readonly EngineEvent[]): EngineEvent[] {
  const tops = events.filter(({ type, action }) => type === 'container' && action === 'top');
  return [...groupBy(tops, ({ id }) => id).values()].flatMap((ofContainer) => {
    const inTime = ofContainer.toSorted((a, b) => millisOf(a) - millisOf(b));
    const gaps = inTime
      .flatMap((first, index) => {
        const second = inTime[index + 1];
        return second ? [{ first, second, gap: millisOf(second) - millisOf(first) }] : [];
      })
      .filter(({ gap }) => gap <= pairGapMs)
      .sort((a, b) => a.gap - b.gap);
    const paired = new Set<EngineEvent>();
    for (const { first, second } of gaps)
      if (!paired.has(first) && !paired.has(second)) paired.add(first).add(second);
    return [...paired];
  });
}

/** Takes as many events as the call made, those in its own time first; what is beyond that number is the student's. */
function claim(call: OwnCall, events: readonly EngineEvent[], slack: number, own: Set<EngineEvent>): void {
  for (const { action, count } of madeBy(call.action)) {
    const claimed = events
      .filter(
        (event) => event.action.trimEnd() === action && !own.has(event) && distance(call, event) <= slack,
      )
      .sort((a, b) => distance(call, a) - distance(call, b))
      .slice(0, count);
    for (const event of claimed) for (const part of wholeExec(event, events)) own.add(part);
  }
}

/** The events that one call of ours makes the engine emit. */
function madeBy(action: OwnCall['action']): readonly { readonly action: string; readonly count: number }[] {
  if (action === 'top') return [{ action, count: 2 }];
  if (action === 'archive-path') return [{ action, count: 1 }];
  // The engine joins the words with spaces, with one behind a lone word; Podman does not tell the command.
  const create = cutText(action).trimEnd();
  return [create, 'exec', 'exec_died'].map((one) => ({ action: one, count: 1 }));
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
