import type { ContainerInspect } from '../../../evidence/docker';
import type { EventsFact, RecordedEvent } from '../../../evidence/facts';
import type { FaultArgs } from '../../../evidence/fault';
import { secondsOf, secondsOfDate } from './lifecycle';
import { wordOf } from './wanted';

/** Why events may be missing; `undefined`: none is. */
export type Gap = FaultArgs['events.window']['reason'] | undefined;

/** Dates of inspect and times of events are taken at two moments of one action. */
const roundingSeconds = 0.001;
const sameTurnSeconds = 5;

/** Were all events of this container seen, from its creation on? `life`: those that were, oldest first. */
export function gapIn(
  { completeSince, full, readAt }: EventsFact,
  life: readonly RecordedEvent[],
  inspect: ContainerInspect,
): Gap {
  const why = full === true ? 'flushed' : 'restarted';
  if (completeSince === null) return 'unknown';
  const created = secondsOfDate(inspect.Created);
  const seesCreation = life.some(
    (event) => wordOf(event) === 'create' && secondsOf(event) >= completeSince - roundingSeconds,
  );
  // Made after the events were read: nothing of it can be among them.
  if (full !== true && created >= readAt - sameTurnSeconds) return undefined;
  if (!seesCreation && !(completeSince <= created + roundingSeconds)) return why;
  return isConsistent(life, inspect, readAt) ? undefined : 'restarted';
}

/**
 * The last start that the engine knows of was recorded. An engine that is ended and started again loses the events of that moment,
 * even if a recording goes on before and after it.
 */
function isConsistent(
  life: readonly RecordedEvent[],
  { State: state }: ContainerInspect,
  readAt: number,
): boolean {
  const started = secondsOfDate(state?.StartedAt);
  if (!Number.isFinite(started) || started >= readAt - sameTurnSeconds) return true;
  const start = life.findLast((event) => wordOf(event) === 'start');
  return start !== undefined && Math.abs(secondsOf(start) - started) <= sameTurnSeconds;
}

/** Was the whole life seen of the last container of this name, which is gone? */
export function gapOfGone({ events, completeSince, full }: EventsFact, name: string): Gap {
  if (completeSince === null) return 'unknown';
  const made = events.findLast(
    (event) => event.type === 'container' && wordOf(event) === 'create' && event.attributes['name'] === name,
  );
  if (made && secondsOf(made) >= completeSince - roundingSeconds) return undefined;
  return full === true ? 'flushed' : 'unknown';
}
