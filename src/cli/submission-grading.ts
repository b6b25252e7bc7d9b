import { homedir } from 'node:os';
import { join } from 'node:path';
import { openCleanRoom } from '../cleanroom';
import { dockerHubAnswers } from '../cleanroom/images/docker-hub';
import type { LoadedLabs } from '../grading/load-labs';
import type { SubmissionGrading } from '../submission/grade-submission';
import type { Io } from './io';
import { packageRoot } from './package-root';

interface SubmissionWishes {
  readonly graders?: readonly string[];
  readonly answers?: string;
  readonly log?: (line: string) => void;
}

/** Longer than playing and looking may take together: whatever a submission does to its room, the room ends. */
const lifetimeMs = 20 * 60_000;

/** How this program grades submissions: a room of its own for each, looked at with the built command. */
export const submissionGrading = (
  labs: LoadedLabs,
  { graders, answers, log }: SubmissionWishes,
  io: Pick<Io, 'env' | 'language'>,
): SubmissionGrading => ({
  labs,
  language: io.language,
  grader: {
    main: join(packageRoot, 'dist', 'cli', 'main.js'),
    cache: io.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
    ...(graders && { graders }),
    ...(answers !== undefined && { answers }),
  },
  openRoom: async () => {
    // Where images come from Docker Hub itself, and not from a mirror, a closed room could not get any.
    const isOpen = await dockerHubAnswers();
    const network = [...new Set(labs.flatMap(({ lab }) => lab.network))];
    return openCleanRoom({
      limits: { lifetimeMs },
      ...(!isOpen && { network }),
      ...(log && { log }),
    });
  },
  ...(log && { log }),
});
