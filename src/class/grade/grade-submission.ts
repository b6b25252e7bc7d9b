import type { ShownReports } from '../../report/formats/format';
import type { Submission, SubmissionProblem } from '../../submission/submission';
import type { Result } from '../../text/result';

/** Plays what a student handed in on a disposable engine of its own, and judges what it leaves behind. `path` is as the roster has it. */
export type GradeSubmission = (
  submission: Submission,
  path: string,
) => Promise<Result<ShownReports, SubmissionProblem>>;
