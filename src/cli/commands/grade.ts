import { dirname, join } from 'node:path';
import type { Evidence } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import { exitCodeOf, exitCodes, type ExitCode } from '../../grading/exit-code';
import { gradeLab } from '../../grading/grade-lab';
import type { Report } from '../../report/report';
import type { Lab } from '../../spec/lab';
import { readEvidence, saveEvidence } from '../evidence-file';
import type { Io } from '../io';
import { localeOf } from '../locale';
import { lookFromHere } from '../look';
import { selectLabs } from '../select-labs';
import { sayFault, sayFileProblem } from '../say';
import { printReports, writeReports, type ReportWish } from '../show-reports';

export interface GradeOptions {
  readonly labs: readonly string[];
  readonly labsFolder: string;
  readonly graders: readonly string[];
  readonly reports: readonly ReportWish[];
  readonly host?: string;
  readonly context?: string;
  /** Judge this file instead of looking at a host. */
  readonly evidence?: string;
  readonly saveEvidence?: string;
  readonly testNamePattern?: string;
}

/** `vigie grade`: looks at the host, or at saved evidence, and says what holds. Never throws for expected trouble. */
export async function grade(options: GradeOptions, io: Io): Promise<ExitCode> {
  const labs = selectLabs(options.labs, options.labsFolder, io);
  if (labs === undefined) return exitCodes.usage;
  const found = options.evidence === undefined ? await look(labs, options, io) : saved(options.evidence, io);
  if (typeof found === 'number') return found;
  if (options.saveEvidence !== undefined) {
    const written = saveEvidence(options.saveEvidence, found);
    if (!written.ok) {
      io.err(sayFileProblem(written.error, io));
      return exitCodes.incomplete;
    }
  }
  const reports = labs.map((lab) => gradeLab(lab, found));
  return show(reports, options, io);
}

type Labs = readonly [Lab, ...Lab[]];

function saved(file: string, io: Io): Evidence | ExitCode {
  const evidence = readEvidence(file);
  if (evidence.ok) return evidence.value;
  io.err(sayFileProblem(evidence.error, io));
  return exitCodes.usage;
}

/** The engine's answers and Jest's start overlap: the look begins before Jest is loaded. */
async function look(labs: Labs, options: GradeOptions, io: Io): Promise<Evidence | ExitCode> {
  const stop = new AbortController();
  const looking = lookFromHere(labs, options, stop.signal, io).then((result) => {
    if (!result.ok) throw new NotGraded(result.error);
    return result.value;
  });
  try {
    const { gradingRun } = await import('../../jest/grading-run');
    const { runGraders } = await import('../../jest/run-graders');
    const { texts } = localeOf(io.language);
    const { evidence } = await runGraders(gradingRun(labs, io.language, texts, looking), {
      labsGrader: join(packageRoot, 'graders', 'labs.grader.ts'),
      graders: options.graders,
      modules: join(packageRoot, 'dist', 'jest'),
      ...(options.testNamePattern !== undefined && { testNamePattern: options.testNamePattern }),
      env: process.env,
      giveUp: () => process.exit(exitCodes.incomplete),
    });
    return evidence;
  } catch (error) {
    if (!(error instanceof NotGraded)) throw error;
    io.err(sayFault(error.fault, io));
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

const packageRoot = dirname(require.resolve('vigie/package.json'));

function show(reports: readonly Report[], options: GradeOptions, io: Io): ExitCode {
  printReports(reports, options.labs.length > 0, io);
  const unwritten = writeReports(reports, options.reports, io);
  return unwritten ? exitCodes.incomplete : exitCodeOf(reports);
}
