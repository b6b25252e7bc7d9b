import { homeFolder } from '../collect/connect/world';
import { join } from 'node:path';
import { openCleanRoom, stepText } from '../cleanroom';
import { dockerHubAnswers } from '../cleanroom/images/docker-hub';
import type { LoadedLabs } from '../grading/load-labs';
import type { SubmissionGrading } from '../submission/grade-submission';
import { roomOfSubmission, times, turnOf } from '../submission/limits';
import type { Io } from './io';
import { packageRoot } from './package-root';

interface SubmissionWishes {
  readonly graders?: readonly string[];
  readonly answers?: string;
  readonly log?: (line: string) => void;
  /** For each replay, in milliseconds. */
  readonly timeLimitMs?: number;
  /** For how long a room may be ready before it is used, in milliseconds. */
  readonly waitMs?: number;
}

/** How this program grades submissions: a room of its own for each, looked at with the built command. */
export const submissionGrading = (
  labs: LoadedLabs,
  { graders, answers, log, timeLimitMs = times.replay, waitMs = 0 }: SubmissionWishes,
  io: Pick<Io, 'env' | 'language'>,
): SubmissionGrading => ({
  labs,
  language: io.language,
  grader: {
    main: join(packageRoot, 'dist', 'cli', 'main.js'),
    cache: io.env['XDG_CACHE_HOME'] || join(homeFolder(), '.cache'),
    ...(graders && { graders }),
    ...(answers !== undefined && { answers }),
  },
  openRoom: async () => {
    // Where images come from Docker Hub itself, and not from a mirror, a closed room could not get any.
    const isOpen = await dockerHubAnswers();
    const network = [...new Set(labs.flatMap(({ lab }) => lab.network))];
    return openCleanRoom({
      // Whatever a submission does to its room, the room ends.
      limits: { ...roomOfSubmission, lifetimeMs: waitMs + turnOf(timeLimitMs) },
      ...(!isOpen && { network }),
      ...(log && {
        onStep: (step) => {
          log(stepText(step, io.language));
        },
      }),
    });
  },
  totalMs: timeLimitMs,
  ...(log && { log }),
});
