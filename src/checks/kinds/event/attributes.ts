import type { RecordedEvent } from '../../../evidence/facts';
import type { Fault } from '../../../evidence/fault';
import type { Json } from '../../../text/json';
import type { Attribute, Seen } from '../../attribute';
import { holds } from '../../match/holds';
import type { Check } from '../../../spec/lab';
import { unseenNumbers } from './unseen';
import type { Gap } from './window';
import type { Wanted } from './wanted';

/** The events that a check asks for, as far as they are known. */
export interface Events {
  readonly wanted: Wanted;
  readonly check: Check;
  readonly events: readonly RecordedEvent[];
  /** How many of `events` may have been Vigie's own. */
  readonly unsure: number;
  /** Set where there may have been more. */
  readonly gap: Gap;
}

export const attributes: Readonly<Record<string, Attribute<Events>>> = {
  times: {
    name: { fr: 'nombre de fois', en: 'number of times' },
    unit: 'times',
    type: 'number',
    shape: 'one',
    describe: 'How often it happened; without it, at least once.',
    example: { gte: 1 },
    read: (found) => timesSeen(found),
  },
  'exit-code': {
    name: { fr: 'code de sortie', en: 'exit code' },
    type: 'number',
    shape: 'list',
    describe: 'The exit codes that `die` and `exec_die` events tell.',
    example: 0,
    read: (found) => listSeen(found, 'exit-code', exitCodes),
  },
  signal: {
    name: { fr: 'numéro du signal', en: 'number of the signal' },
    type: 'number',
    shape: 'list',
    describe: 'The numbers of the signals that `kill` events tell.',
    example: 15,
    read: (found) => listSeen(found, 'signal', (events) => numbersOf(events, ['signal'])),
  },
};

/**
 * Some of the events may be Vigie's own, and more may be missing: certain is only what the same expectation says of every number that is possible.
 */
function timesSeen({ events, unsure, gap, check }: Events): Seen {
  const count = events.length;
  const reason = gap ?? (unsure > 0 ? 'overlap' : undefined);
  if (reason === undefined) return { value: count };
  const verdict = (times: number): boolean =>
    holds({ type: 'number', shape: 'one' }, check.keys['times'] ?? { gte: 1 }, times);
  const fewer = Array.from({ length: unsure }, (_, less) => count - 1 - less);
  const asked = unseenNumbers(check.keys['times']).filter((times) => times > count);
  const more = gap === undefined ? [] : [count + 1, count + 2, count + 3, ...asked];
  const isSame = [...fewer, ...more].every((times) => verdict(times) === verdict(count));
  return isSame ? { value: count } : { fault: windowFault(reason) };
}

/** A list that may be longer in truth, or shorter: certain is what is in it, not what is not. */
function listSeen(
  { gap: missing, events, unsure, check }: Events,
  key: string,
  numbersIn: (events: readonly RecordedEvent[]) => readonly number[],
): Seen {
  const values = numbersIn(events);
  const certain = numbersIn(events.filter((event) => event.unsure !== true));
  const gap = missing ?? (unsure > 0 ? 'overlap' : undefined);
  if (gap === undefined) return { value: [...values] };
  const verdict = (list: Json): boolean =>
    holds({ type: 'number', shape: 'list' }, check.keys[key] ?? [], list);
  const isSure =
    verdict([...certain]) &&
    verdict([...values]) &&
    unseenNumbers(check.keys[key]).every((unseen) => verdict([...values, unseen]));
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
