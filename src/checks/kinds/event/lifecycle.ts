import type { ContainerInspect } from '../../../evidence/docker';
import type { RecordedEvent } from '../../../evidence/facts';
import { wordOf } from './wanted';

export const secondsOf = ({ timeNano }: Pick<RecordedEvent, 'timeNano'>): number => Number(timeNano) / 1e9;

const states: Readonly<Record<string, 'running' | 'paused' | 'stopped'>> = {
  create: 'stopped',
  start: 'running',
  unpause: 'running',
  pause: 'paused',
  die: 'stopped',
};

/**
 * Whether a container ran when an event of it was recorded, from what was recorded before it; with nothing before it, from what comes
 * first after it; with neither, from what the engine says of the container now. `docker run -it` and `docker start -ai` attach
 * before they start, so those attach while the container does not run.
 */
export function ranAt(
  event: RecordedEvent,
  life: readonly RecordedEvent[],
  inspect: ContainerInspect | null,
): boolean {
  const at = life.indexOf(event);
  const isTurn = (one: RecordedEvent): boolean => Object.hasOwn(states, wordOf(one));
  const before = life.slice(0, at).findLast(isTurn);
  if (before) return states[wordOf(before)] === 'running';
  const after = life.slice(at + 1).find(isTurn);
  if (after) return ['die', 'pause'].includes(wordOf(after));
  const state = inspect?.State;
  return (
    state?.Running === true && state.Paused !== true && secondsOfDate(state.StartedAt) <= secondsOf(event)
  );
}

/** The engine's dates; what never was is the year 1. `NaN` where there is none. */
export function secondsOfDate(date: string | undefined): number {
  return date === undefined || date.startsWith('0001-') ? NaN : Date.parse(date) / 1000;
}
