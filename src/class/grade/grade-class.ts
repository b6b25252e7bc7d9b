import { ok, type Result } from '../../text/result';
import type { ClassProblem, ClassResult, Student } from '../class-result';
import { isComplete } from '../results/completeness';
import { studentFile, type FolderProblem } from '../results/files';
import { resultIn, saveEvidenceText, saveResult } from '../results/result-folder';
import type { Entry } from '../roster/roster';
import type { GradedEntry } from './grade-entry';

/** How far a class is. `done` is the sum of the last three. */
export interface Counts {
  readonly total: number;
  readonly done: number;
  readonly graded: number;
  /** Graded before, and nothing has changed since. */
  readonly kept: number;
  readonly notGraded: number;
}

export interface NotGraded {
  readonly student: Student;
  /** Absent where only some checks could not be decided. */
  readonly problem?: ClassProblem;
  /** What went wrong with the room of its submission, in sentences. */
  readonly trouble?: readonly string[];
  /** There is an earlier mark, which stays. */
  readonly hasEarlierMark: boolean;
}

export interface ClassRun {
  readonly entries: readonly Entry[];
  /** How many entries are graded at a time; more than one makes sense with engines. */
  readonly concurrency: number;
  readonly folder: string;
  /** Grade again what is already there. */
  readonly fresh: boolean;
  readonly grade: (entry: Entry, previous: ClassResult | undefined) => Promise<GradedEntry>;
  /** When it is aborted, what has begun is ended and nothing is begun. */
  readonly stop: AbortSignal;
  readonly onDone: (counts: Counts) => void;
  readonly onNotGraded: (student: NotGraded) => void;
  /** Lets the process hear signals between two students. */
  readonly breathe: () => Promise<void>;
}

/** Grades a class into a folder, each student's result written as soon as it is there. Only so many results are held as are graded at a time. */
export async function gradeClass(run: ClassRun): Promise<Result<Counts, FolderProblem>> {
  let counts: Counts = { total: run.entries.length, done: 0, graded: 0, kept: 0, notGraded: 0 };
  let failure: FolderProblem | undefined;
  const queue = run.entries.values();
  const work = async (): Promise<void> => {
    // All take from one queue; each sees for itself that the others should end.
    for (const entry of queue) {
      const ended = await gradeAndKeep(entry, run);
      if (!ended.ok) failure ??= ended.error;
      if (failure) return;
      if (ended.ok) counts = { ...counts, done: counts.done + 1, [ended.value]: counts[ended.value] + 1 };
      run.onDone(counts);
      await run.breathe();
      if (run.stop.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: run.concurrency }, work));
  return failure ? { ok: false, error: failure } : ok(counts);
}

async function gradeAndKeep(
  entry: Entry,
  run: ClassRun,
): Promise<Result<'graded' | 'kept' | 'notGraded', FolderProblem>> {
  const { folder } = run;
  const { id } = entry.student;
  const previous = resultIn(studentFile(folder, id), id);
  const graded = await run.grade(entry, run.fresh ? undefined : previous);
  if ('kept' in graded) {
    // Only the name or the section has changed.
    const saved = saveResult(folder, { ...graded.kept, student: entry.student }, previous);
    return saved.ok ? ok('kept') : saved;
  }
  const result = withEvidence(folder, graded, previous);
  if (!result.ok) return result;
  const saved = saveResult(folder, result.value, previous);
  if (!saved.ok) return saved;
  if (isComplete(result.value)) return ok('graded');
  const { problem, reports } = result.value;
  const trouble = reports?.[0].replay?.trouble;
  run.onNotGraded({
    student: entry.student,
    ...(problem && { problem }),
    ...(trouble && { trouble: trouble.map(({ text }) => text) }),
    hasEarlierMark: previous !== undefined && isComplete(previous),
  });
  return ok('notGraded');
}

/** Evidence that gives no mark does not replace what an earlier mark rests on. */
function withEvidence(
  folder: string,
  { result, evidence }: Extract<GradedEntry, { result: ClassResult }>,
  previous: ClassResult | undefined,
): Result<ClassResult, FolderProblem> {
  if (!evidence || !result.source || (!isComplete(result) && previous && isComplete(previous)))
    return ok(result);
  const sha256 = saveEvidenceText(folder, result.student.id, `${JSON.stringify(evidence, null, 1)}\n`);
  return sha256.ok ? ok({ ...result, source: { ...result.source, sha256: sha256.value } }) : sha256;
}
