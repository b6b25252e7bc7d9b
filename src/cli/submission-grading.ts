import { homedir } from 'node:os';
import { join } from 'node:path';
import { openCleanRoom } from '../cleanroom';
import type { LoadedLabs } from '../grading/load-labs';
import type { SubmissionGrading } from '../submission/grade-submission';
import type { Io } from './io';
import { packageRoot } from './package-root';

interface SubmissionWishes {
  readonly graders?: readonly string[];
  readonly answers?: string;
  readonly log?: (line: string) => void;
}

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
  openRoom: () => openCleanRoom({ ...(log && { log }) }),
  ...(log && { log }),
});
