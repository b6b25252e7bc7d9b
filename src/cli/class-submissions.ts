import type { GradeSubmission } from '../class/grade/grade-submission';
import { fillPool, type Pool } from '../cleanroom';
import type { LoadedLabs } from '../grading/load-labs';
import { localeOf } from '../grading/locale';
import { showReport } from '../report/shown/show-report';
import { withReplay } from '../report/shown/with-replay';
import { atMost } from '../submission/at-most';
import { gradeSubmission } from '../submission/grade-submission';
import { times, turnOf } from '../submission/limits';
import { ok } from '../text/result';
import type { Io } from './io';
import { submissionGrading } from './submission-grading';

/** Grades a class's submissions; the rooms that are still ready go when it is disposed of. */
export interface SubmissionGrader extends AsyncDisposable {
  readonly grade: GradeSubmission;
}

export interface Rooms {
  /** So many submissions are played at a time: however many students are graded at once, the machine has to bear it. */
  readonly atATime: number;
  /** So many rooms are kept ready meanwhile. */
  readonly warm: number;
  /** No more rooms than submissions. */
  readonly most: number;
  /** For each replay, in milliseconds. */
  readonly timeLimitMs: number | undefined;
}

/**
 * A room for each submission. The first is opened when it is asked for: who only judges evidence needs none. No image waits in them:
 * that it was pulled is what a lab asks about.
 */
export function openSubmissionGrader(
  labs: LoadedLabs,
  { atATime, warm, most, timeLimitMs = times.replay }: Rooms,
  io: Io,
): SubmissionGrader {
  const inTurn = atMost(atATime);
  const locale = localeOf(io.language);
  // A room is made ready while the one before it is used.
  const waitMs = turnOf(timeLimitMs);
  const grading = submissionGrading(labs, { timeLimitMs, waitMs }, io);
  let pool: Pool | undefined;
  const openRoom = () => {
    pool ??= fillPool({ warm, most, mostWaitMs: waitMs, open: grading.openRoom });
    return pool.take();
  };
  return {
    grade: (submission, path) =>
      inTurn(async () => {
        const graded = await gradeSubmission(submission, path, { ...grading, openRoom });
        if (!graded.ok) return graded;
        const [first, ...others] = graded.value.reports;
        const shown = [showReport(first, locale), ...others.map((one) => showReport(one, locale))] as const;
        return ok(withReplay(shown, graded.value.replay));
      }),
    [Symbol.asyncDispose]: async () => pool?.[Symbol.asyncDispose](),
  };
}
