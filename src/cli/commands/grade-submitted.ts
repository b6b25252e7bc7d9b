import { resolve } from 'node:path';
import type { Evidence } from '../../evidence/evidence';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import type { LoadedLabs } from '../../grading/load-labs';
import type { ShownReplay } from '../../report/shown/shown-report';
import { brokeText, timingsText } from '../../report/replay-words';
import { gradeSubmission } from '../../submission/grade-submission';
import { readSubmission } from '../../submission/read-submission';
import { textOfSubmissionProblem } from '../../submission/words';
import { escapeTerminal } from '../../text/terminal';
import type { Io } from '../io';
import { sayLines } from '../say';
import { submissionGrading } from '../submission-grading';

export interface Submitted {
  readonly evidence: Evidence;
  readonly replay: ShownReplay;
}

/** Plays what was handed in on a disposable engine, telling each line as it is typed, and gives what was found there. */
export async function playSubmitted(
  path: string,
  {
    labs,
    graders,
    answers,
    timeLimit,
  }: {
    readonly labs: LoadedLabs;
    readonly graders: readonly string[];
    readonly answers?: string;
    readonly timeLimit?: number;
  },
  io: Io,
): Promise<Submitted | ExitCode> {
  const submission = readSubmission(resolve(io.cwd, path), io.language);
  if (!submission.ok) {
    io.err(sayLines([textOfSubmissionProblem(submission.error, io.language)], io));
    return exitCodes.usage;
  }
  const log = (line: string): void => {
    io.err(`  ${escapeTerminal(line)}\n`);
  };
  const wishes = {
    graders,
    log,
    ...(answers !== undefined && { answers: resolve(io.cwd, answers) }),
    ...(timeLimit !== undefined && { timeLimitMs: timeLimit }),
  };
  const graded = await gradeSubmission(submission.value, path, submissionGrading(labs, wishes, io));
  if (!graded.ok) {
    io.err(sayLines([textOfSubmissionProblem(graded.error, io.language)], io));
    return exitCodes.incomplete;
  }
  const { evidence, replay } = graded.value;
  io.err(sayLines([...brokeText(replay, io.language), timingsText(replay, io.language)], io));
  return { evidence, replay };
}
