import type { RecordedEvent } from '../../../evidence/facts';
import type { Fault } from '../../../evidence/fault';
import type { Json } from '../../../text/json';
import type { Attribute, Seen } from '../../attribute';
import { holds } from '../../match/holds';
import type { Check } from '../../../spec/lab';
import type { Gap } from './window';
import type { Wanted } from './wanted';

/** The events that a check asks for, as far as they are known. */
export interface Events {
  readonly wanted: Wanted;
  readonly check: Check;
  readonly events: readonly RecordedEvent[];
  /** Set where there may have been more. */
  readonly gap: Gap;
}

export const attributes: Readonly<Record<string, Attribute<Events>>> = {
  times: {
    type: 'number',
    shape: 'one',
    describe: 'How often it happened; without it, at least once.',
    example: { gte: 1 },
    read: (found) => timesSeen(found),
  },
  'exit-code': {
    type: 'number',
    shape: 'list',
    describe: 'The exit codes that `die` and `exec_die` events tell.',
    example: 0,
    read: (found) => listSeen(found, 'exit-code', exitCodes(found.events)),
  },
  signal: {
    type: 'number',
    shape: 'list',
    describe: 'The numbers of the signals that `kill` events tell.',
    example: 15,
    read: (found) => listSeen(found, 'signal', numbersOf(found.events, ['signal'])),
  },
};

/**
 * Events may be missing, so that what was counted is the least that happened: certain is only what the same expectation says of every
 * greater number as well.
 */
function timesSeen({ events, gap, check }: Events): Seen {
  const count = events.length;
  if (gap === undefined) return { value: count };
  const verdict = (times: number): boolean =>
    holds({ type: 'number', shape: 'one' }, check.keys['times'] ?? { gte: 1 }, times);
  const isSame = [count + 1, count + 2, count + 3, 1e6].every((times) => verdict(times) === verdict(count));
  return isSame ? { value: count } : { fault: windowFault(gap) };
}

/** A list that may be longer in truth: certain is what is in it, not what is not. */
function listSeen({ gap, check }: Events, key: string, values: readonly number[]): Seen {
  if (gap === undefined) return { value: [...values] };
  const verdict = (list: Json): boolean =>
    holds({ type: 'number', shape: 'list' }, check.keys[key] ?? [], list);
  // Numbers that no event tells stand for whatever else there may have been.
  const isSure = verdict([...values]) && verdict([...values, -1]) && verdict([...values, 1e6]);
  return isSure ? { value: [...values] } : { fault: windowFault(gap) };
}

export const windowFault = (reason: NonNullable<Gap>): Fault => ({ code: 'events.window', args: { reason } });

const exitCodes = (events: readonly RecordedEvent[]): number[] =>
  numbersOf(events, ['exitCode', 'containerExitCode']);

/** `SIGTERM` is what some engines say for 15. */
const signals: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGKILL: 9,
  SIGTERM: 15,
};

function numbersOf(events: readonly RecordedEvent[], names: readonly string[]): number[] {
  return events.flatMap(({ attributes: said }) => {
    const text = names.map((name) => said[name]).find((value) => value !== undefined);
    if (text === undefined || text === '') return [];
    const number = signals[text] ?? Number(text);
    return Number.isFinite(number) ? [number] : [];
  });
}
