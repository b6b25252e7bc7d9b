import type { EngineEvent } from '../../evidence/docker';
import type { OwnCall } from '../looking';
import { millisOf } from './parse-event';

/**
 * Vigie reads processes with two simultaneous `top` requests (measured gap: a few ms), so that the engine's own record tells its
 * readings from a student's, also for a grader that ran as another user or on another machine. Nobody types two within this time.
 */
export const pairGapMs = 250;

/** Our clock and the engine's may differ a little, and an event is stamped when its call ends. */
const slackMs = 30;

/** Which of these events did Vigie cause? */
export function ownEvents(
  events: readonly EngineEvent[],
  ownCalls: readonly OwnCall[],
): ReadonlySet<EngineEvent> {
  const own = new Set(pairedTops(events));
  for (const event of events) if (isInOwnCall(event, ownCalls)) own.add(event);
  return own;
}

function pairedTops(events: readonly EngineEvent[]): EngineEvent[] {
  const byContainer = new Map<string, EngineEvent[]>();
  for (const event of events)
    if (event.type === 'container' && event.action === 'top')
      byContainer.set(event.id, [...(byContainer.get(event.id) ?? []), event]);
  return [...byContainer.values()].flatMap((tops) => {
    const times = tops.map(millisOf).sort((a, b) => a - b);
    return tops.filter((top) => {
      const at = millisOf(top);
      return times.filter((time) => Math.abs(time - at) <= pairGapMs).length > 1;
    });
  });
}

function isInOwnCall(event: EngineEvent, calls: readonly OwnCall[]): boolean {
  const at = millisOf(event);
  return calls.some(
    ({ container, action, from, to }) =>
      event.id === container &&
      (action === 'exec' ? event.action.startsWith('exec_') : event.action === action) &&
      at >= from - slackMs &&
      at <= to + slackMs,
  );
}
