import {
  CleanRoomError,
  playSession,
  sessionProblemText,
  stepText,
  textOfCleanRoomError,
  type CleanRoom,
  type RoomTrouble,
  type Transcript,
} from '../cleanroom';
import { composePlugin } from '../cleanroom/images/compose-plugin';
import { provideCompose } from '../cleanroom/provide-compose';
import type { Evidence } from '../evidence/evidence';
import { gradeLab } from '../grading/grade-lab';
import type { LoadedLabs } from '../grading/load-labs';
import type { Report } from '../report/report';
import type { ShownReplay } from '../report/shown/shown-report';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';
import { holdRoom } from './hold-room';
import { lookInRoom, type Grader } from './look-in-room';
import { times } from './limits';
import { putFiles } from './put-files';
import type { Submission, SubmissionProblem } from './submission';
import { transcriptText } from './transcript-text';
import { textOfTrouble } from './trouble-words';

/** All that grading submissions takes. */
export interface SubmissionGrading {
  readonly labs: LoadedLabs;
  readonly language: Language;
  readonly grader: Grader;
  /** A room like new, of this submission alone. May reject with a `CleanRoomError`. */
  readonly openRoom: () => Promise<CleanRoom>;
  /** Told what is typed, one line at a time. */
  readonly log?: (line: string) => void;
  /** For all of the replay, in milliseconds; ten minutes when left out. */
  readonly totalMs?: number;
}

export interface GradedSubmission {
  /** One for each lab, in their order. */
  readonly reports: readonly [Report, ...Report[]];
  readonly evidence: Evidence;
  readonly replay: ShownReplay;
}

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
    const lap = stopwatch();
    const room = await grading.openRoom();
    const startMs = lap();
    let played: Result<Played, SubmissionProblem>;
    try {
      played = await playIn(room, submission, path, grading, lap);
    } finally {
      lap();
      await room.close();
    }
    if (!played.ok) return played;
    const { evidence, replayMs, gradeMs } = played.value;
    const [first, ...others] = grading.labs;
    return ok({
      reports: [gradeLab(first.lab, evidence), ...others.map(({ lab }) => gradeLab(lab, evidence))],
      evidence,
      replay: replayOf(submission, played.value, grading.language, {
        startMs,
        replayMs,
        gradeMs,
        cleanMs: lap(),
      }),
    });
  } catch (error) {
    if (!(error instanceof CleanRoomError)) throw error;
    // It was played, and what it left behind does not end.
    const code = error.code === 'cleanroom.not-empty' ? 'submission.not-graded' : 'submission.no-clean-room';
    return err({ code, args: { path, detail: textOfCleanRoomError(error, grading.language) } });
  }
}

interface Played {
  readonly transcript: Transcript;
  readonly trouble: readonly RoomTrouble[];
  readonly evidence: Evidence;
  readonly replayMs: number;
  readonly gradeMs: number;
}

async function playIn(
  room: CleanRoom,
  submission: Submission,
  path: string,
  { labs, language, grader, log, totalMs = times.replay }: SubmissionGrading,
  lap: () => number,
): Promise<Result<Played, SubmissionProblem>> {
  if (submission.kind === 'compose') {
    const compose = await provideCompose(room, () =>
      composePlugin((step) => log?.(stepText(step, language))),
    );
    if (!compose.ok) return err({ code: 'submission.no-compose', args: { path, detail: compose.error } });
    lap();
  }
  using held = holdRoom(room);
  await putFiles(room, submission.files);
  const transcript = await playSession(room, submission.session, {
    // What is handed in as one command may take all the time there is.
    deadlineMs: submission.kind === 'session' ? times.line : totalMs,
    totalMs,
    ...(log && { log }),
  });
  // Before the look: what goes wrong during it is not the student's.
  const trouble = await room.trouble();
  const replayMs = lap();
  const evidence = await lookInRoom(room, held, labs, grader, language);
  if (evidence.ok) return ok({ transcript, trouble, evidence: evidence.value, replayMs, gradeMs: lap() });
  const all = [...new Set([...trouble, ...(await room.trouble())])];
  return err({ code: 'submission.not-graded', args: { path, detail: evidence.error, trouble: all } });
}

function replayOf(
  { kind, sha256 }: Submission,
  { transcript, trouble }: Pick<Played, 'transcript' | 'trouble'>,
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
    ...(trouble.length > 0 && {
      trouble: trouble.map((code) => ({ code, text: textOfTrouble(code, language) })),
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
