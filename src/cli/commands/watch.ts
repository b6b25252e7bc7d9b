import { join } from 'node:path';
import { homeFolder, thisWorld } from '../../collect/connect/world';
import { findEndpoint } from '../../collect/connect/find-endpoint';
import { openEngine } from '../../collect/engine/open-engine';
import { ownEvents } from '../../collect/events/own-events';
import { followEvents } from '../../collect/watch/follow-events';
import type { EngineEvent } from '../../evidence/docker';
import { look as lookUp } from '../../evidence/evidence';
import { exitCodeOf, exitCodes, type ExitCode } from '../../grading/exit-code';
import type { LoadedLabs } from '../../grading/load-labs';
import { lookFromHere } from '../../grading/look-from-here';
import type { Report } from '../../report/report';
import { openEventMemory } from '../../state/event-memory';
import { openRecorder, type Recorder } from '../../state/recorder';
import { stateFolder } from '../../state/state-folder';
import type { Language } from '../../text/language';
import { onEndSignals } from '../end-signals';
import type { Io } from '../io';
import { sayFault } from '../say';
import { packageRoot } from '../package-root';
import { printReports } from '../show-reports';
import { askTests } from '../watch/ask-tests';
import type { AskTests } from '../watch/course-tests';
import { openLooker } from '../watch/looker';
import { openShow } from '../watch/open-show';
import { openLooks } from '../watch/looks';
import { isWorthAnotherLook, withoutWaiting } from '../watch/patience';
import type { Terminal } from '../watch/terminal';
import { isUnasked } from '../watch/waiting';

export interface WatchOptions {
  readonly labs: LoadedLabs;
  /** Labs asked for by name are shown in full at the end. */
  readonly inFull: boolean;
  /** Folders of hand-written graders, or single files. */
  readonly graders: readonly string[];
  /** Lines, also on a terminal. */
  readonly plain?: boolean;
  readonly host?: string;
  readonly context?: string;
  readonly answers?: string;
  /** Ends watching, as Ctrl-C does. */
  readonly signal?: AbortSignal;
  readonly terminal?: Terminal;
}

const pace = { settleMs: 300, longestMs: 2_000, idleMs: 10_000 };
/** A server that was just started is up by then. */
const againMs = 2_000;
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
  const show = openShow(io, {
    named: options.inFull,
    plain: options.plain === true,
    ...(options.terminal && { terminal: options.terminal }),
  });
  const beginAt = Date.now();
  const atOnce = withoutWaiting(options.labs);
  const first = await lookFromHere(atOnce, options, stop.signal);
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
  let eventAt: number | undefined;
  let again: NodeJS.Timeout | undefined;
  const looks = openLooks({
    labs: options.labs.map(({ lab }) => lab),
    language: io.language,
    show,
    askTests: askTestsOf(options, io.language, stop.signal),
    signal: stop.signal,
  });
  // What was seen of an engine that was just ending says nothing of the student: the last state stays.
  const take = async (found: Awaited<ReturnType<typeof lookFromHere>>, at: number, after?: number) => {
    if (!found.ok || 'fault' in lookUp(found.value, { fact: 'engine' })) return;
    await looks.take({ evidence: found.value, at, ...(after !== undefined && { eventAt: after }) });
    if (eventAt !== undefined) show.stirred();
  };
  await take(first, beginAt);
  const looker = openLooker(async () => {
    recorder?.flush(seconds());
    const [at, after] = [Date.now(), eventAt];
    eventAt = undefined;
    if (!isUp) return;
    await take(await lookFromHere(atOnce, options, stop.signal), at, after);
    clearTimeout(again);
    if (after !== undefined && isWorthAnotherLook(options.labs, looks.reports()))
      again = setTimeout(looker.ask, againMs);
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
      if (!isRoutine(event) || Date.now() - lastRoutine > routineMs) {
        eventAt = sameClock ? Number(BigInt(event.timeNano) / 1_000_000n) : Date.now();
        show.stirred();
        looker.ask();
      }
      if (isRoutine(event)) lastRoutine = Date.now();
    },
    onDown: () => {
      isUp = false;
      show.down();
    },
    onPulse: () => recorder?.flush(seconds()),
  });
  clearTimeout(again);
  await looker.stop();
  recorder?.flush(seconds());
  engine.close();
  stop.release();
  show.end();
  printReports(looks.reports(), { named: options.inFull, full: false }, { ...io, columns: columnsOf(io) });
  return exitCodeWhileWatching(looks.reports());
}

/** The window may have another width by now. */
const columnsOf = (io: Io): number => (io.isTty ? process.stdout.columns || io.columns : io.columns);

function askTestsOf({ labs, graders }: WatchOptions, language: Language, signal: AbortSignal): AskTests {
  const [first, ...others] = labs;
  return (evidence) =>
    askTests(
      {
        labs: [first.lab, ...others.map(({ lab }) => lab)],
        evidence,
        language,
        labsGrader: join(packageRoot, 'graders', 'labs.grader.ts'),
        graders,
      },
      signal,
    );
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

/** Tests that had not answered when watching ended leave the mark open, and are no trouble. */
function exitCodeWhileWatching(reports: readonly Report[]): ExitCode {
  const judged = reports.map((report) => {
    const open = report.tasks.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome === 'error');
    const outcome = report.points >= report.lab.pass ? ('reached' as const) : ('below' as const);
    return open.length > 0 && open.every(isUnasked) ? { ...report, outcome } : report;
  });
  return exitCodeOf(judged);
}
