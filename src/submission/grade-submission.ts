import {
  CleanRoomError,
  playSession,
  sessionProblemText,
  type CleanRoom,
  type Transcript,
} from '../cleanroom';
import type { Evidence } from '../evidence/evidence';
import { gradeLab } from '../grading/grade-lab';
import type { LoadedLabs } from '../grading/load-labs';
import type { Report } from '../report/report';
import type { ShownReplay } from '../report/shown/shown-report';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';
import { lookInRoom, type Grader } from './look-in-room';
import { putFiles } from './put-files';
import type { Submission, SubmissionProblem } from './submission';
import { transcriptText } from './transcript-text';

/** All that grading submissions takes. */
export interface SubmissionGrading {
  readonly labs: LoadedLabs;
  readonly language: Language;
  readonly grader: Grader;
  /** A room like new, of this submission alone. May reject with a `CleanRoomError`. */
  readonly openRoom: () => Promise<CleanRoom>;
  /** Told what is typed, one line at a time. */
  readonly log?: (line: string) => void;
  /** For all of the replay, in milliseconds. */
  readonly totalMs?: number;
}

export interface GradedSubmission {
  /** One for each lab, in their order. */
  readonly reports: readonly [Report, ...Report[]];
  readonly evidence: Evidence;
  readonly replay: ShownReplay;
}

/** A line may install packages on a busy machine; a whole lab is typed and run in less than this. In milliseconds. */
const limits = { line: 4 * 60_000, total: 10 * 60_000 } as const;

/**
 * Plays a submission in a clean room of its own, looks at what it left there, and removes the room. Where the session breaks off, what it
 * did until then is graded, and the replay says why.
 */
export async function gradeSubmission(
  submission: Submission,
  path: string,
  grading: SubmissionGrading,
): Promise<Result<GradedSubmission, SubmissionProblem>> {
  try {
    const times = stopwatch();
    const room = await grading.openRoom();
    const startMs = times();
    let played: Result<Played, SubmissionProblem>;
    try {
      played = await playIn(room, submission, path, grading, times);
    } finally {
      times();
      await room.close();
    }
    if (!played.ok) return played;
    const { evidence, transcript, replayMs, gradeMs } = played.value;
    const [first, ...others] = grading.labs;
    return ok({
      reports: [gradeLab(first.lab, evidence), ...others.map(({ lab }) => gradeLab(lab, evidence))],
      evidence,
      replay: replayOf(submission, transcript, grading.language, {
        startMs,
        replayMs,
        gradeMs,
        cleanMs: times(),
      }),
    });
  } catch (error) {
    if (!(error instanceof CleanRoomError)) throw error;
    return err({ code: 'submission.no-clean-room', args: { path, detail: error.message } });
  }
}

interface Played {
  readonly transcript: Transcript;
  readonly evidence: Evidence;
  readonly replayMs: number;
  readonly gradeMs: number;
}

async function playIn(
  room: CleanRoom,
  submission: Submission,
  path: string,
  { labs, grader, log, totalMs = limits.total }: SubmissionGrading,
  times: () => number,
): Promise<Result<Played, SubmissionProblem>> {
  if (submission.kind === 'compose' && (await room.run(['docker', 'compose', 'version'])).code !== 0)
    return err({ code: 'submission.no-compose', args: { path, detail: '' } });
  await putFiles(room, submission.files);
  const transcript = await playSession(room, submission.session, {
    // What is handed in as one command may take all the time there is.
    deadlineMs: submission.kind === 'session' ? limits.line : totalMs,
    totalMs,
    ...(log && { log }),
  });
  const replayMs = times();
  const evidence = await lookInRoom(room, labs, grader);
  if (!evidence.ok) return err({ code: 'submission.not-graded', args: { path, detail: evidence.error } });
  return ok({ transcript, evidence: evidence.value, replayMs, gradeMs: times() });
}

function replayOf(
  { kind, sha256 }: Submission,
  transcript: Transcript,
  language: Language,
  timings: ShownReplay['timings'],
): ShownReplay {
  const { problem } = transcript;
  return {
    kind,
    sha256,
    transcript: transcriptText(transcript),
    ...(problem && {
      problem: { code: problem.code, line: problem.line, text: sessionProblemText(problem, language) },
    }),
    timings,
  };
}

/** Each call gives the milliseconds since the last one. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const ms = Math.round(now - last);
    last = now;
    return ms;
  };
}
