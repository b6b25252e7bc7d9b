import { homeFolder, thisWorld } from '../../collect/connect/world';
import { findEndpoint } from '../../collect/connect/find-endpoint';
import { openEngine } from '../../collect/engine/open-engine';
import { ownEvents } from '../../collect/events/own-events';
import { followEvents } from '../../collect/watch/follow-events';
import type { EngineEvent } from '../../evidence/docker';
import { look as lookUp } from '../../evidence/evidence';
import { exitCodeOf, exitCodes, type ExitCode } from '../../grading/exit-code';
import { gradeLab } from '../../grading/grade-lab';
import type { LoadedLabs } from '../../grading/load-labs';
import { lookFromHere } from '../../grading/look-from-here';
import type { Report } from '../../report/report';
import { openEventMemory } from '../../state/event-memory';
import { openRecorder, type Recorder } from '../../state/recorder';
import { stateFolder } from '../../state/state-folder';
import { onEndSignals } from '../end-signals';
import type { Io } from '../io';
import { sayFault } from '../say';
import { printReports } from '../show-reports';
import { openLooker } from '../watch/looker';
import { openShow } from '../watch/show';
import { waitsForJest } from '../watch/state';

export interface WatchOptions {
  readonly labs: LoadedLabs;
  /** Labs asked for by name are shown in full at the end. */
  readonly inFull: boolean;
  readonly host?: string;
  readonly context?: string;
  readonly answers?: string;
  /** Ends watching, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

const pace = { settleMs: 300, longestMs: 2_000, idleMs: 10_000 };
/** A health check leaves events every few seconds: they are looked into now and then. */
const routineMs = 5_000;
const isRoutine = ({ action }: EngineEvent): boolean => /^(?:exec|health_status)/.test(action);
const mayBeOurs = ({ action }: EngineEvent): boolean => /^(?:exec|top$|archive-path$)/.test(action);
/** Events that are looked at to tell Vigie's own from the student's. */
const recent = 128;

/** `vigie watch`: grades whenever something happens on the host, shows tasks ticking off, and records what the engine forgets. */
export async function watch(options: WatchOptions, io: Io): Promise<ExitCode> {
  const { host, context } = options;
  const endpoint = findEndpoint(thisWorld(), {
    ...(host !== undefined && { host }),
    ...(context !== undefined && { context }),
  });
  if ('code' in endpoint) {
    io.err(sayFault(endpoint, io));
    return exitCodes.incomplete;
  }
  const stop = stopSignal(options.signal);
  const show = openShow(io);
  show.start();
  const first = await lookFromHere(options.labs, options, stop.signal);
  if (!first.ok) {
    stop.release();
    show.end();
    io.err(sayFault(first.error, io));
    return exitCodes.incomplete;
  }

  const memory = openEventMemory({ env: io.env, home: homeFolder() });
  const folder = stateFolder(io.env, homeFolder());
  const sameClock = endpoint.transport.kind === 'unix' && process.platform === 'linux';
  const engine = openEngine(endpoint);
  let recorder: Recorder | undefined;
  let isUp = false;
  let lastRoutine = 0;
  let reports: readonly Report[] = [];

  const take = (result: Awaited<ReturnType<typeof lookFromHere>>): void => {
    // What was seen of an engine that was just ending says nothing of the student: the last state stays.
    if (!result.ok || 'fault' in lookUp(result.value, { fact: 'engine' })) return;
    reports = options.labs.map(({ lab }) => gradeLab(lab, result.value));
    show.reports(reports);
  };
  take(first);
  const looker = openLooker(async () => {
    recorder?.flush(seconds());
    if (isUp) take(await lookFromHere(options.labs, options, stop.signal));
  }, pace);

  const events = recentEvents();
  await followEvents({
    engine,
    signal: stop.signal,
    now: Date.now,
    onUp: ({ engineId, ring, noGap }) => {
      isUp = true;
      recorder ??= openRecorder({
        folder,
        endpoint: endpoint.url,
        engineId,
        ownCalls: memory.ownCalls,
        sameClock,
      });
      recorder.begin(ring, noGap);
      show.up(recorder.flush(seconds()));
      looker.ask();
    },
    onEvent: (event) => {
      recorder?.add(event);
      events.add(event);
      if (mayBeOurs(event)) {
        // A burst of our own calls that has not ended yet is not waited for; what else was done meanwhile is seen at the next look.
        const { own, unsure } = ownEvents(events.list(), memory.ownCalls(), sameClock);
        if (own.has(event) || unsure.has(event)) return;
      }
      if (!isRoutine(event) || Date.now() - lastRoutine > routineMs) looker.ask();
      if (isRoutine(event)) lastRoutine = Date.now();
    },
    onDown: () => {
      isUp = false;
      show.down();
    },
    onPulse: () => recorder?.flush(seconds()),
  });
  await looker.stop();
  recorder?.flush(seconds());
  engine.close();
  stop.release();
  show.end();
  printReports(reports, { named: options.inFull, full: false }, io);
  return exitCodeWhileWatching(reports);
}

const seconds = (): number => Date.now() / 1000;

function recentEvents() {
  let list: readonly EngineEvent[] = [];
  return {
    add: (event: EngineEvent) => {
      list = [...list.slice(1 - recent), event];
    },
    list: () => list,
  };
}

/** Ctrl-C ends watching; a second one ends everything. */
function stopSignal(outer: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const release = onEndSignals(() => {
    if (controller.signal.aborted) process.exit(exitCodes.incomplete);
    stop();
  });
  outer?.addEventListener('abort', stop, { once: true });
  if (outer?.aborted) stop();
  return {
    signal: controller.signal,
    release: () => {
      release();
      outer?.removeEventListener('abort', stop);
    },
  };
}

/** Tests that are not run while watching leave the mark open, and are no trouble. */
function exitCodeWhileWatching(reports: readonly Report[]): ExitCode {
  const judged = reports.map((report) => {
    const open = report.tasks.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome === 'error');
    const outcome = report.points >= report.lab.pass ? ('reached' as const) : ('below' as const);
    return open.length > 0 && open.every(waitsForJest) ? { ...report, outcome } : report;
  });
  return exitCodeOf(judged);
}
