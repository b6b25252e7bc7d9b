import type { ShownReports } from '../../report/formats/format';
import { err, type Result } from '../../text/result';
import type { SourceFile } from './source-file';
import type { StudentProblem } from './problem';
import type { Grading } from './reports-of';

/** Plays a student's session on a disposable engine and judges what it leaves behind. */
export type GradeSubmission = (
  session: SourceFile,
  grading: Grading,
  signal: AbortSignal,
) => Promise<Result<ShownReports, StudentProblem>>;

/** Until there is a clean room that strangers' sessions may be played in: refused, and said. */
export const refuseSubmission: GradeSubmission = () =>
  Promise.resolve(
    err({ from: 'submission', problem: { code: 'submission.needs-clean-room', args: {} } } as const),
  );
