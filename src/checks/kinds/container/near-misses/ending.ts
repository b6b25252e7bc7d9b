import type { RecordedEvent } from '../../../../evidence/facts';
import { message, type Message } from '../../../../messages/message';
import type { Diagnosis } from '../../../kind';
import type { Container } from '../container';
import { howEnded, type RunEnding } from '../run-ending';
import { stateOf } from '../state';
import { eventsOf, missOf, nameOf, wantsRunning, type Rule } from './rule';
import { isInteractiveShell, programOf } from './shell';

/** A run that has ended: how, and what the engine recorded of it since its last start. */
interface Ending {
  readonly name: string;
  /** It should run; else only its exit code is asked for. */
  readonly shouldRun: boolean;
  readonly code: number;
  readonly how: RunEnding;
  readonly signalled: boolean;
  readonly recorded: boolean;
}

/** Asked for running and it has ended, or for an exit code that it does not have. */
function endingOf(diagnosis: Diagnosis<Container>): Ending | undefined {
  const { inspect } = diagnosis.resource;
  const shouldRun = wantsRunning(diagnosis);
  if (!shouldRun && !missOf(diagnosis, 'exit-code')) return undefined;
  if (stateOf(diagnosis.resource) !== 'exited') return undefined;
  const events = sinceLastStart(eventsOf(inspect.Id, diagnosis.look));
  return {
    name: nameOf(inspect),
    shouldRun,
    code: inspect.State?.ExitCode ?? 0,
    how: howEnded(events),
    signalled: events.some(({ action }) => action === 'kill'),
    recorded: events.some(({ action }) => action === 'die' || action === 'died'),
  };
}

/** In whatever order: engines differ in that of `kill`, `stop` and `die`. */
function sinceLastStart(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return events.slice(
    Math.max(
      0,
      events.findLastIndex(({ action }) => action === 'start'),
    ),
  );
}

export const outOfMemory: Rule = ({ resource: { inspect }, misses }) => {
  if (inspect.State?.OOMKilled !== true || inspect.State.Running === true) return undefined;
  if (!misses.some(({ key }) => ['state', 'exit-code', 'oom-killed'].includes(key))) return undefined;
  const limit = inspect.HostConfig?.Memory ?? 0;
  const shown = limit >= 1024 * 1024 ? `${Math.round(limit / (1024 * 1024))} MiB` : `${limit} B`;
  return message('container.out-of-memory', { name: nameOf(inspect), ...(limit > 0 && { limit: shown }) });
};

const stopped: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  // Without a trace of its end there is only its exit code.
  if (!ending?.shouldRun || !ending.recorded) return undefined;
  return told(ending);
};

function told({ how, name, signalled }: Ending): Message | undefined {
  switch (how) {
    case 'stopped':
    case 'restarted':
      return message('container.stopped', { name });
    case 'killed':
      return signalled ? message('container.killed', { name }) : undefined;
    case 'hung-up':
      return message('container.hung-up', { name });
    case 'interrupted':
      return message('container.interrupted', { name });
    case 'itself':
      return undefined;
  }
}

const shellWithoutTerminal: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  const { inspect } = diagnosis.resource;
  if (!ending?.shouldRun || ending.code !== 0 || inspect.Config?.Tty === true || !isInteractiveShell(inspect))
    return undefined;
  return message('container.shell-without-terminal', { name: ending.name, program: programOf(inspect) });
};

/** A shell's exit code is that of its last command, so any will do. */
const leftShell: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  const { inspect } = diagnosis.resource;
  if (
    !ending?.shouldRun ||
    isSignal(ending.code) ||
    inspect.Config?.Tty !== true ||
    !isInteractiveShell(inspect)
  )
    return undefined;
  return message('container.left-shell', { name: ending.name });
};

/** 137 without a trace: the engine forgets all events when it restarts. */
const engineRestarted: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  if (!ending?.shouldRun || ending.recorded || ![137, 255].includes(ending.code)) return undefined;
  const fact = diagnosis.look({ fact: 'events' });
  if (!('value' in fact) || eventsOf(diagnosis.resource.inspect.Id, diagnosis.look).length > 0)
    return undefined;
  return message('container.engine-restarted', { name: ending.name });
};

const interrupted: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  return ending?.shouldRun && ending.code === 130
    ? message('container.interrupted', { name: ending.name })
    : undefined;
};

const endedBySignal: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  return ending && isSignal(ending.code)
    ? message('container.ended-by-signal', { name: ending.name, code: ending.code })
    : undefined;
};

const finished: Rule = (diagnosis) => {
  const ending = endingOf(diagnosis);
  if (!ending) return undefined;
  const program = programOf(diagnosis.resource.inspect);
  return ending.code === 0
    ? message('container.finished', { name: ending.name, program })
    : message('container.exited-with', { name: ending.name, program, code: ending.code });
};

const isSignal = (code: number): boolean => code === 137 || code === 143;

export const endingRules: readonly Rule[] = [
  outOfMemory,
  stopped,
  shellWithoutTerminal,
  leftShell,
  engineRestarted,
  interrupted,
  endedBySignal,
  finished,
];
