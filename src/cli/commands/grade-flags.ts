import { join } from 'node:path';
import { exitCodes, type ExitCode, type ExitRule } from '../../grading/exit-code';
import { loadLabs } from '../../grading/load-labs';
import { formatProblems } from '../../spec/format-problems';
import { flagsProblem } from '../program/flags-together';
import type { Io } from '../io';
import { packageRoot } from '../package-root';
import { withPassMark } from '../pass-mark';
import type { ReportWish } from '../report-wish';
import { sayLines } from '../say';
import { signingFrom, type SigningFlags } from '../signing-wish';
import { saySigningProblem } from '../signing-words';
import { dryRun } from './dry-run';
import { grade } from './grade';

/** The flags of `vigie grade`, as the command line gives them. */
export interface GradeFlags extends SigningFlags {
  readonly lang?: string;
  readonly labs: string;
  readonly graders: readonly string[];
  readonly report: readonly ReportWish[];
  readonly saveEvidence?: string;
  readonly evidence?: string;
  readonly submission?: string;
  /** In milliseconds. */
  readonly timeLimit?: number;
  readonly answers?: string;
  readonly pass?: number;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  /** Of `watch`: lines also on a terminal. */
  readonly plain?: boolean;
  readonly testNamePattern?: string;
  readonly exit?: ExitRule;
  readonly full?: boolean;
  readonly host?: string;
  readonly context?: string;
}

export async function gradeFromFlags(names: readonly string[], flags: GradeFlags, io: Io): Promise<ExitCode> {
  const apart = flags.dryRun === true ? undefined : flagsProblem(flags, io.cwd, io.language);
  if (apart !== undefined) {
    io.err(sayLines([apart], io));
    return exitCodes.usage;
  }
  const loaded = loadLabs(names, flags.labs, io.cwd);
  if (!loaded.ok) {
    io.err(formatProblems(loaded.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const labs = flags.pass === undefined ? loaded : withPassMark(loaded.value, flags.pass, io.language);
  if (!labs.ok) {
    io.err(sayLines([labs.error], io));
    return exitCodes.usage;
  }
  if (flags.timeLimit !== undefined && flags.submission === undefined) {
    io.err(sayLines([timeLimitAlone[io.language]], io));
    return exitCodes.usage;
  }
  if (flags.dryRun === true)
    return dryRun(
      labs.value.map(({ lab }) => lab),
      io,
    );
  const inFull = names.length > 0;
  const graders = flags.graders.length > 0 ? flags.graders : [join(packageRoot, 'graders')];
  if (flags.watch === true) {
    const { watch } = await import('../commands/watch.js');
    return watch({ ...given(flags), labs: labs.value, inFull, graders, plain: flags.plain === true }, io);
  }
  const signing = signingFrom(flags, flags.report, io);
  if (!signing.ok) {
    io.err(saySigningProblem(signing.error, io));
    return exitCodes.usage;
  }
  return grade(
    {
      ...given(flags),
      labs: labs.value,
      inFull,
      reports: flags.report.map((wish) => ({ ...wish, ...(signing.value && { signing: signing.value }) })),
      graders,
    },
    io,
  );
}

const timeLimitAlone = {
  fr: '--time-limit limite la durée d’un rendu que l’on joue : il manque --submission.',
  en: '--time-limit is for a submission that is played: --submission is missing.',
} as const;

/** The flags that `grade` takes as they are; those not given stay away. */
function given({
  host,
  context,
  evidence,
  submission,
  timeLimit,
  saveEvidence,
  answers,
  testNamePattern,
  exit,
  full,
}: GradeFlags) {
  return {
    ...(host !== undefined && { host }),
    ...(context !== undefined && { context }),
    ...(evidence !== undefined && { evidence }),
    ...(submission !== undefined && { submission }),
    ...(timeLimit !== undefined && { timeLimit }),
    ...(saveEvidence !== undefined && { saveEvidence }),
    ...(answers !== undefined && { answers }),
    ...(testNamePattern !== undefined && { testNamePattern }),
    ...(exit !== undefined && { exit }),
    ...(full !== undefined && { full }),
  };
}
