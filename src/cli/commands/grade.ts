import { join } from 'node:path';
import type { Evidence } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import { exitCodeOf, exitCodes, type ExitCode, type ExitRule } from '../../grading/exit-code';
import { gradeLab } from '../../grading/grade-lab';
import { judgeSaved } from '../../grading/judge-saved';
import type { LoadedLabs } from '../../grading/load-labs';
import { lookFromHere } from '../../grading/look-from-here';
import type { Report } from '../../report/report';
import { showReport } from '../../report/shown/show-report';
import type { ShownReplay } from '../../report/shown/shown-report';
import { withReplay } from '../../report/shown/with-replay';
import { readEvidence, saveEvidence } from '../../grading/evidence-file';
import { endOnInterrupt, giveUp } from '../ending';
import type { Io } from '../io';
import { localeOf } from '../../grading/locale';
import { packageRoot } from '../package-root';
import { sayCorruptRecording, sayFault, sayFileProblem, sayUnwrittenState } from '../say';
import type { ReportWish } from '../report-wish';
import { printReports } from '../show-reports';

export interface GradeOptions {
  readonly labs: LoadedLabs;
  /** Labs were asked for by name. */
  readonly inFull: boolean;
  /** Everything about each lab is shown, not only what to do next. */
  readonly full?: boolean;
  readonly graders: readonly string[];
  readonly reports: readonly ReportWish[];
  readonly host?: string;
  readonly context?: string;
  readonly answers?: string;
  /** Judge this file instead of looking at a host. */
  readonly evidence?: string;
  /** Play this on a disposable engine, and look at that. */
  readonly submission?: string;
  /** For that, in milliseconds. */
  readonly timeLimit?: number;
  readonly saveEvidence?: string;
  readonly testNamePattern?: string;
  readonly exit?: ExitRule;
}

/** `vigie grade`: looks at the host, or at saved evidence, and says what holds. Never throws for expected trouble. */
export async function grade(options: GradeOptions, io: Io): Promise<ExitCode> {
  const release = endOnInterrupt(io.language);
  try {
    if (options.submission !== undefined) return await gradeSubmitted(options.submission, options, io);
    const found = options.evidence === undefined ? await look(options, io) : saved(options.evidence, io);
    return typeof found === 'number' ? found : await conclude(found, options, io);
  } finally {
    release();
  }
}

/** Loaded late: most runs play nothing. */
async function gradeSubmitted(path: string, options: GradeOptions, io: Io): Promise<ExitCode> {
  const { playSubmitted } = await import('./grade-submitted.js');
  const played = await playSubmitted(path, options, io);
  return typeof played === 'number' ? played : conclude(played.evidence, options, io, played.replay);
}

function conclude(
  found: Evidence,
  options: GradeOptions,
  io: Io,
  replay?: ShownReplay,
): Promise<ExitCode> | ExitCode {
  if (options.saveEvidence !== undefined) {
    const written = saveEvidence(options.saveEvidence, found);
    if (!written.ok) {
      io.err(sayFileProblem(written.error, io));
      return exitCodes.incomplete;
    }
  }
  const [first, ...others] = options.inFull ? options.labs : seenLabs(options.labs, found);
  const gradeAll = () =>
    [gradeLab(first.lab, found), ...others.map(({ lab }) => gradeLab(lab, found))] as const;
  if (options.evidence === undefined) return show(gradeAll(), options, io, replay);
  const judged = judgeSaved(options.evidence, () => {
    const reports = gradeAll();
    // What cannot be told of is damaged too, and has to be known before anything is printed.
    for (const report of reports) showReport(report, localeOf(io.language));
    return reports;
  });
  if (judged.ok) return show(judged.value, options, io, replay);
  io.err(sayFileProblem(judged.error, io));
  return exitCodes.usage;
}

/** Without names all labs are meant that were looked at: saved evidence may be of one of them only. */
function seenLabs(labs: LoadedLabs, { labs: seen }: Evidence): LoadedLabs {
  const [first, ...others] = labs.filter(({ lab }) => seen.some(({ id }) => id === lab.id));
  return first ? [first, ...others] : labs;
}

function saved(file: string, io: Io): Evidence | ExitCode {
  const evidence = readEvidence(file);
  if (evidence.ok) return evidence.value;
  io.err(sayFileProblem(evidence.error, io));
  return exitCodes.usage;
}

/** The engine's answers and Jest's start overlap: the look begins before Jest is loaded. */
async function look(options: GradeOptions, io: Io): Promise<Evidence | ExitCode> {
  const stop = new AbortController();
  const [first, ...others] = options.labs;
  let onAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (onAsked = resolve));
  let notGraded: NotGraded | undefined;
  const looking = lookFromHere(
    options.labs,
    {
      ...options,
      onAsked,
      onCorrupt: (path) => {
        io.err(sayCorruptRecording(path, io));
      },
      onUnwritten: (folder) => {
        io.err(sayUnwrittenState(folder, io));
      },
    },
    stop.signal,
  ).then((result) => {
    if (result.ok) return result.value;
    // Jest may tell of it in words of its own only.
    notGraded = new NotGraded(result.error);
    throw notGraded;
  });
  try {
    const { gradingRun } = await import('../../jest/grading-run.js');
    const { runGraders } = await import('../../jest/run-graders.js');
    const { evidence } = await runGraders(
      gradingRun(
        [first.lab, ...others.map(({ lab }) => lab)],
        io.language,
        (language) => localeOf(language).texts,
        looking,
      ),
      {
        labsGrader: join(packageRoot, 'graders', 'labs.grader.ts'),
        graders: options.graders,
        modules: join(packageRoot, 'dist', 'jest'),
        ...(options.testNamePattern !== undefined && { testNamePattern: options.testNamePattern }),
        env: process.env,
        asked,
        giveUp: () => giveUp(io.language),
      },
    );
    return evidence;
  } catch (error) {
    if (!notGraded) throw error;
    io.err(sayFault(notGraded.fault, io));
    return exitCodes.incomplete;
  } finally {
    stop.abort();
  }
}

/** Carries the fault through Jest: with no engine there is nothing to run tests on. */
class NotGraded extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

async function show(
  reports: readonly [Report, ...Report[]],
  options: GradeOptions,
  io: Io,
  replay: ShownReplay | undefined,
): Promise<ExitCode> {
  printReports(reports, { named: options.inFull, full: options.full === true }, io);
  const code = exitCodeOf(reports, options.exit);
  if (options.reports.length === 0) return code;
  const { writeReports } = await import('../write-reports.js');
  const locale = localeOf(io.language);
  const [first, ...others] = reports;
  const shown = [showReport(first, locale), ...others.map((report) => showReport(report, locale))] as const;
  return writeReports(withReplay(shown, replay), options.reports, io) ? exitCodes.incomplete : code;
}
