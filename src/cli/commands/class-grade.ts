import { dirname, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gradeClass, type Counts, type NotGraded } from '../../class/grade/grade-class';
import { gradeEntry } from '../../class/grade/grade-entry';
import { makeProgress } from '../../class/grade/progress';
import type { Grading } from '../../class/grade/reports-of';
import { makeFolder, studentsFolder } from '../../class/results/files';
import { sweep } from '../../class/results/result-folder';
import { readRosterFile } from '../../class/roster/roster-file';
import type { Roster } from '../../class/roster/roster';
import { isInShard, parseShard, type Shard } from '../../class/shard';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { readVerifyingKeyFile } from '../../grading/key-files';
import { loadLabs, type LoadedLabs } from '../../grading/load-labs';
import { localeOf } from '../../grading/locale';
import { lookAtStudent } from '../../grading/look-at-student';
import type { VerifyingKey } from '../../signing/keys';
import { formatProblems } from '../../spec/format-problems';
import type { ShownReports } from '../../report/formats/format';
import { err, ok, type Result } from '../../text/result';
import { textOfStudentProblem } from '../class-problem';
import { classWords, notGradedText } from '../class-words';
import type { Io } from '../io';
import { sayLines } from '../say';
import { sayRosterProblems } from '../say-roster-problems';
import { saySigningProblem } from '../signing-words';
import { stopOnSignal } from '../stop-on-signal';
import { openSubmissionGrader } from '../class-submissions';

/** The flags of `vigie class grade`, as the command line gives them. */
export interface ClassGradeFlags {
  readonly out: string;
  readonly labs: string;
  readonly shard?: string;
  readonly concurrency: string;
  readonly rooms: string;
  readonly warm?: string;
  /** For each submission, in milliseconds. */
  readonly timeLimit?: number;
  readonly key?: string;
  readonly fresh?: boolean;
  readonly allowOutside?: boolean;
}

/** Of those without a mark so many are listed at the end; each has a file that says why. */
const listed = 20;

/** `vigie class grade`: 0 everyone has a mark, 2 the roster cannot be used, 3 somebody has none or it was interrupted. */
export async function gradeRoster(file: string, flags: ClassGradeFlags, io: Io): Promise<ExitCode> {
  const prepared = prepare(file, flags, io);
  if (!prepared.ok) {
    io.err(prepared.error);
    return exitCodes.usage;
  }
  const { roster, shard, concurrency, rooms, labs, key } = prepared.value;
  const word = classWords[io.language];
  const folder = resolve(io.cwd, flags.out);
  const say = (sentences: readonly string[]): string => sayLines(sentences, io);
  const made = makeFolder(studentsFolder(folder));
  if (!made.ok) {
    io.err(say([word.folder(made.error)]));
    return exitCodes.incomplete;
  }
  const entries = shard
    ? roster.entries.filter(({ student }) => isInShard(student.id, shard))
    : roster.entries;
  if (entries.length === 0) io.err(say([word.nobodyInShard]));

  const grading: Grading = { labs, locale: localeOf(io.language), ...(key && { key }) };
  const sources = { folder: dirname(resolve(io.cwd, file)), allowOutside: flags.allowOutside ?? false };
  // What has begun is ended, so that no look is half done: nothing aborts it.
  const { signal } = new AbortController();
  const told: Told = { without: [], otherVersions: 0 };
  const progress = makeProgress({
    isTty: io.isTty,
    write: io.err,
    now: () => performance.now(),
    language: io.language,
  });
  const submissions = entries.filter(({ source }) => source?.kind === 'submission').length;
  await using submissionGrader = openSubmissionGrader(
    labs,
    { ...rooms, most: submissions, timeLimitMs: flags.timeLimit },
    io,
  );
  const { stop, release } = stopOnSignal(word.stopping);
  const counts = await gradeClass({
    entries,
    concurrency,
    folder,
    fresh: flags.fresh ?? false,
    grade: async (entry, previous) => {
      const graded = await gradeEntry(entry, previous, {
        ...grading,
        sources,
        lookAt: (engine) => lookAtStudent(labs, engine, signal),
        gradeSubmission: submissionGrader.grade,
        signal,
        now: () => new Date(),
        say: (problem) => textOfStudentProblem(problem, io.language),
      });
      const { reports } = 'kept' in graded ? graded.kept : graded.result;
      if (isOfOtherVersion(reports, labs)) told.otherVersions += 1;
      return graded;
    },
    stop,
    onDone: progress.show,
    onNotGraded: (one) => {
      if (told.without.length < listed) told.without.push(one);
    },
    breathe: () => nextTurn(),
  });
  release();
  progress.end();
  if (!counts.ok) {
    io.err(say([word.folder(counts.error)]));
    return exitCodes.incomplete;
  }
  const ids = new Set(roster.entries.map(({ student }) => student.id));
  return conclude(counts.value, told, sweep(folder, ids), flags.out, io);
}

/** What is said at the end; few lines of it, whatever the size of the class. */
interface Told {
  readonly without: NotGraded[];
  otherVersions: number;
}

function conclude(
  counts: Counts,
  { without, otherVersions }: Told,
  strangers: ReturnType<typeof sweep>,
  folder: string,
  io: Io,
): ExitCode {
  const word = classWords[io.language];
  const { done, total, notGraded } = counts;
  const isInterrupted = done < total;
  const lines = [
    ...without.map((one) => notGradedText(one, io.language)),
    ...(notGraded > without.length ? [word.more(notGraded - without.length)] : []),
    ...(otherVersions > 0 ? [word.otherVersions(otherVersions)] : []),
    ...(strangers.ok ? [] : [word.folder(strangers.error)]),
    ...(strangers.ok && strangers.value.length > 0 ? [word.strangers(strangers.value, folder)] : []),
    ...(isInterrupted ? [word.interrupted(counts)] : []),
  ];
  io.err(sayLines(lines, io));
  io.out(sayLines([word.graded({ ...counts, total: done }, folder)], io));
  return isInterrupted || notGraded > 0 || !strangers.ok ? exitCodes.incomplete : exitCodes.reached;
}

/** A report that was reused may have been judged with a lab that has changed since. */
const isOfOtherVersion = (reports: ShownReports | undefined, labs: LoadedLabs): boolean =>
  (reports ?? []).some((report) =>
    labs.some(({ lab }) => lab.id === report.lab.id && lab.hash !== report.lab.hash),
  );

interface Prepared {
  readonly roster: Roster;
  readonly labs: LoadedLabs;
  readonly concurrency: number;
  readonly rooms: { readonly atATime: number; readonly warm: number };
  readonly shard?: Shard;
  readonly key?: VerifyingKey;
}

/** All that is given, or what is wrong with it, ready to print. */
function prepare(file: string, flags: ClassGradeFlags, io: Io): Result<Prepared, string> {
  const word = classWords[io.language];
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  if (flags.shard !== undefined && !shard) return err(sayLines([word.badShard(flags.shard)], io));
  const { concurrency, rooms, warm = rooms } = flags;
  const counts = { '--concurrency': concurrency, '--rooms': rooms, '--warm': warm };
  for (const [flag, text] of Object.entries(counts)) {
    const least = flag === '--warm' ? 0 : 1;
    if (!/^\d{1,2}$/.test(text) || Number(text) < least || Number(text) > 64)
      return err(sayLines([word.badCount(flag, text, least)], io));
  }
  const path = resolve(io.cwd, file);
  const roster = readRosterFile(path, file, io.language);
  if (!roster.ok) return err(sayRosterProblems(roster.error, io));
  const names = roster.value.labs.map((lab) => (/[\\/]/.test(lab) ? resolve(dirname(path), lab) : lab));
  const labs = loadLabs(names, flags.labs, io.cwd);
  if (!labs.ok) return err(formatProblems(labs.error, io.language, { color: io.color }));
  const key = flags.key === undefined ? undefined : readVerifyingKeyFile(flags.key);
  if (key && !key.ok) return err(saySigningProblem(key.error, io));
  return ok({
    roster: roster.value,
    labs: labs.value,
    concurrency: Number(concurrency),
    rooms: { atATime: Math.min(Number(concurrency), Number(rooms)), warm: Number(warm) },
    ...(shard && { shard }),
    ...(key && { key: key.value }),
  });
}
