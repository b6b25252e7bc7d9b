import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CleanRoom } from '../cleanroom';
import type { Evidence } from '../evidence/evidence';
import { readEvidence } from '../grading/evidence-file';
import type { LoadedLabs } from '../grading/load-labs';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';
import type { HeldRoom } from './hold-room';
import { times } from './limits';

/** The command that grades: that of students, built. */
export interface Grader {
  /** Path of `dist/cli/main.js`. */
  readonly main: string;
  /** Folder for what Jest keeps between runs. */
  readonly cache: string;
  /** Folders of hand-written graders; those that ship when left out. */
  readonly graders?: readonly string[];
  /** The answers to the labs' questions, if not those that the submission left in its home. */
  readonly answers?: string;
}

/**
 * Looks at the room as a student's machine is looked at, where `localhost` is the room's. What the command writes, remembers and
 * is set to is kept out of the room: nothing that was left there is taken for ours.
 */
export async function lookInRoom(
  room: CleanRoom,
  held: HeldRoom,
  labs: LoadedLabs,
  { main, cache, graders = [], answers }: Grader,
  language: Language,
): Promise<Result<Evidence, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-submission-'));
  try {
    const file = join(folder, 'evidence.json');
    const command = [process.execPath, main, 'grade', ...labs.map(({ path }) => path)];
    const flags = [
      ...['--exit', 'graded', '--save-evidence', file, '--lang', language],
      ...['--answers', answers ?? copyOfAnswers(held, folder)],
      ...graders.flatMap((one) => ['--graders', one]),
    ];
    const { code, stdout, stderr } = await room.run([...command, ...flags], {
      deadlineMs: times.look,
      cwd: folder,
      // Keys and tokens of whoever grades are no business of graders.
      env: {
        HOME: folder,
        DOCKER_HOST: held.dockerHost,
        DOCKER_CONFIG: join(folder, 'docker-config'),
        VIGIE_STATE: join(folder, 'state'),
        XDG_CACHE_HOME: cache,
        VIGIE_SIGNING_KEY: undefined,
      },
    });
    const evidence = readEvidence(file);
    if (evidence.ok) return ok(evidence.value);
    return err((stderr || stdout).trim().slice(-500) || `${evidence.error.code}, exit code ${code}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the submission left in its home; a path without a file where it left none. */
function copyOfAnswers(held: HeldRoom, folder: string): string {
  const path = join(folder, 'answers.yaml');
  const answers = held.answers();
  if (answers) writeFileSync(path, answers);
  return path;
}
