import type { Evidence } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import { maxEvidenceBytes } from '../../grading/evidence-file';
import { maxReportBytes } from '../../signing/strict-json';
import type { StudentEngine } from '../../grading/look-at-student';
import type { ShownReports } from '../../report/formats/format';
import { readSubmission } from '../../submission/read-submission';
import type { Submission, SubmissionProblem } from '../../submission/submission';
import { troubleOf } from '../../text/file-trouble';
import { err, ok, type Result } from '../../text/result';
import type { ClassResult } from '../class-result';
import { readResult } from '../gradebook/read-result';
import { shortCopy } from '../gradebook/short-copy';
import { resultText } from '../results/result-text';
import type { Entry, Source } from '../roster/roster';
import { basisOf, isCurrent } from './basis';
import type { GradeSubmission } from './grade-submission';
import type { StudentProblem } from './problem';
import { reportsOfEvidence, reportsOfEvidenceText, reportsOfReportText, type Grading } from './reports-of';
import { locate, readSourceFile, type SourceFile, type SourceFolder } from './source-file';

/** All that grading one entry takes; time and engines come from outside. */
export interface EntryGrading extends Grading {
  readonly sources: SourceFolder;
  readonly lookAt: (engine: StudentEngine) => Promise<Result<Evidence, Fault>>;
  readonly gradeSubmission: GradeSubmission;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** The text of a problem in the language of the run, not escaped. */
  readonly say: (problem: StudentProblem) => string;
}

/** A result to keep, with the evidence that it rests on where nobody else has it; or the earlier one is as good. */
export type GradedEntry =
  { readonly kept: ClassResult } | { readonly result: ClassResult; readonly evidence?: Evidence };

/** One student of a class. Whatever breaks is this student's alone: what an engine answers, and what was handed in, is theirs, and nobody else's mark may hang on it. */
export async function gradeEntry(
  entry: Entry,
  previous: ClassResult | undefined,
  grading: EntryGrading,
): Promise<GradedEntry> {
  try {
    return await gradeOne(entry, previous, grading);
  } catch (error) {
    return { result: brokenResult(entry, error, grading) };
  }
}

function brokenResult({ student, source }: Entry, error: unknown, { now, say }: EntryGrading): ClassResult {
  const detail = shortCopy(error instanceof Error ? error.message : troubleOf(error), 200);
  const problem = { code: 'entry.broke', args: { detail } } as const;
  return {
    vigie: 'class-result',
    version: 1,
    student,
    gradedAt: now().toISOString(),
    ...(source && { source: { kind: source.kind, from: source.from } }),
    problem: { code: problem.code, text: say({ from: 'mismatch', problem }) },
  };
}

async function gradeOne(
  entry: Entry,
  previous: ClassResult | undefined,
  grading: EntryGrading,
): Promise<GradedEntry> {
  const { student } = entry;
  const named = entry.source && { kind: entry.source.kind, from: entry.source.from };
  const head = { vigie: 'class-result', version: 1, student, gradedAt: grading.now().toISOString() } as const;
  const failed = (problem: StudentProblem, source = named): GradedEntry => {
    const told = { code: problem.problem.code, text: grading.say(problem) };
    return { result: { ...head, ...(source && { source }), problem: told } };
  };
  if ('problem' in entry) return failed({ from: 'roster', problem: entry.problem });
  const file = open(entry.source, grading);
  if (!file.ok) return failed(file.error);
  const sha256 = file.value?.sha256;
  const source = {
    kind: entry.source.kind,
    from: entry.source.from,
    ...(sha256 !== undefined && { sha256 }),
  };
  const basis = basisOf(entry.source, grading);
  if (previous && isCurrent(previous, source, basis)) return { kept: previous };
  const graded = await gradeSource(entry.source, file.value, grading);
  if (!graded.ok) return failed(graded.error, source);
  const { reports, evidence } = graded.value;
  const result: ClassResult = { ...head, source, basis, reports };
  // What is reused as it is may have the right shape and still make no sense, and an engine may answer anything; a gradebook could not read it.
  const read = readResult(resultText(result), student.id);
  if (!read.ok)
    return failed(
      { from: 'mismatch', problem: { code: 'report.implausible', args: { detail: read.error.detail } } },
      source,
    );
  return { result, ...(evidence && { evidence }) };
}

/** The file of an entry, read once; an engine has none. */
function open(
  source: Source,
  { sources, locale }: EntryGrading,
): Result<SourceFile | Submission | undefined, StudentProblem> {
  if (source.kind === 'engine') return ok(undefined);
  if (source.kind === 'submission') {
    const path = locate(source.from, sources);
    if (!path.ok) return err({ from: 'file', problem: path.error });
    const submission = readSubmission(path.value, locale.language);
    return submission.ok
      ? submission
      : err({ from: 'submission', problem: nameAs(submission.error, source.from) });
  }
  const file = readSourceFile(source.from, sources, maxBytes[source.kind]);
  return file.ok ? file : err({ from: 'file', problem: file.error });
}

/** The teacher knows it by the roster's path. */
const nameAs = (problem: SubmissionProblem, path: string): SubmissionProblem => ({
  ...problem,
  args: { ...problem.args, path },
});

const maxBytes = { report: maxReportBytes, evidence: maxEvidenceBytes } as const;

interface GradedSource {
  readonly reports: ShownReports;
  readonly evidence?: Evidence;
}

async function gradeSource(
  source: Source,
  file: SourceFile | Submission | undefined,
  grading: EntryGrading,
): Promise<Result<GradedSource, StudentProblem>> {
  if (source.kind === 'engine') return lookAtEngine(source, grading);
  if (!file) throw new Error(`An entry of kind ${source.kind} has a file.`);
  if ('session' in file) {
    const played = await grading.gradeSubmission(file, source.from);
    return played.ok ? ok({ reports: played.value }) : err({ from: 'submission', problem: played.error });
  }
  const reports =
    source.kind === 'report'
      ? reportsOfReportText(file.text, source.from, grading)
      : reportsOfEvidenceText(file.text, source.from, grading);
  return reports.ok ? ok({ reports: reports.value }) : reports;
}

async function lookAtEngine(
  { from, answers }: Extract<Source, { kind: 'engine' }>,
  grading: EntryGrading,
): Promise<Result<GradedSource, StudentProblem>> {
  const file = answers === undefined ? undefined : locate(answers, grading.sources);
  if (file && !file.ok) return err({ from: 'file', problem: file.error });
  const evidence = await grading.lookAt({ engine: from, ...(file && { answers: file.value }) });
  if (!evidence.ok) return err({ from: 'engine', problem: evidence.error });
  return ok({ reports: reportsOfEvidence(evidence.value, grading), evidence: evidence.value });
}
