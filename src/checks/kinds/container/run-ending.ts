import type { RecordedEvent } from '../../../evidence/facts';

/**
 * How a run of a container ended, as its events tell. `hung-up`: the terminal in which `docker run` ran was closed (its CLI passes on SIGHUP and
 * SIGCONT). `interrupted`: Ctrl-C in it. `itself`: nobody made it end.
 */
export type RunEnding = 'restarted' | 'stopped' | 'killed' | 'hung-up' | 'interrupted' | 'itself';

/** Numbers, and names where an engine tells those. */
const numbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGKILL: 9,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGURG: 23,
  SIGWINCH: 28,
};
/** A resized terminal, a process that goes on: they end nothing. */
const harmless: readonly number[] = [17, 18, 23, 28];
/** What a signal ends ends soon, or with its own exit code. */
const soonSeconds = 2;

export function signalOf({ attributes }: Pick<RecordedEvent, 'attributes'>): number | undefined {
  const text = attributes['signal'];
  if (text === undefined || text === '') return undefined;
  const number = numbers[text] ?? Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Docker tells `restart` just behind the new start, to which it belongs; Podman before the end. Measured: within a millisecond. */
const sameActionNanos = 50_000_000;

/**
 * `run`: the events of one container from its start, that event included, to before the next, in whatever order (engines differ in that of `kill`, `stop`
 * and `die`).
 */
export function howEnded(run: readonly RecordedEvent[]): RunEnding {
  const has = (action: string): boolean => run.some((event) => event.action === action);
  const [first] = run;
  const isOfThisStart = (event: RecordedEvent): boolean =>
    first?.action === 'start' && Number(event.timeNano) - Number(first.timeNano) <= sameActionNanos;
  if (run.some((event) => event.action === 'restart' && !isOfThisStart(event))) return 'restarted';
  if (has('stop')) return 'stopped';
  const die = run.findLast(({ action }) => action === 'die' || action === 'died');
  const sent = run.flatMap((event) => {
    if (event.action !== 'kill') return [];
    const signal = signalOf(event);
    // An older recording may not tell which.
    return [{ signal: signal ?? 9, event }];
  });
  const deadly = sent.filter(({ signal }) => !harmless.includes(signal));
  const last = deadly.findLast(({ signal, event }) => isCause(signal, event, die));
  if (!last) return isForced(die) ? 'killed' : 'itself';
  if (last.signal === 1 && sent.some(({ signal }) => signal === 18)) return 'hung-up';
  return last.signal === 2 ? 'interrupted' : 'killed';
}

function isCause(signal: number, kill: RecordedEvent, die: RecordedEvent | undefined): boolean {
  if (!die) return true;
  const code = die.attributes['exitCode'] ?? die.attributes['containerExitCode'];
  return code === String(128 + signal) || (die.time >= kill.time && die.time - kill.time <= soonSeconds);
}

/** Nothing but SIGKILL and SIGTERM gives these; 130 is also that of a shell that was left after a Ctrl-C. */
const isForced = (die: RecordedEvent | undefined): boolean =>
  ['137', '143'].includes(die?.attributes['exitCode'] ?? die?.attributes['containerExitCode'] ?? '');
