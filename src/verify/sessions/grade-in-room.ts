import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanRoom } from '../../cleanroom';

/** The command that grades: that of students, built. */
export interface Grader {
  /** Path of `dist/cli/main.js`. */
  readonly main: string;
  /** Folder for what Jest keeps between runs. */
  readonly cache: string;
}

/** What one run of `vigie grade` gave. */
export interface Graded {
  readonly code: number | null;
  readonly shown: string;
  /** `report.json`, byte by byte. */
  readonly json: string;
  /** The file that `--save-evidence` wrote. */
  readonly evidence: string;
}

/** Grades as a student does: the built command, in a process of its own, on the room's host. `labs`: ids or paths. Throws where nothing was graded. */
export async function gradeInRoom(
  room: CleanRoom,
  grader: Grader,
  labs: readonly string[],
  more: readonly string[] = [],
): Promise<Graded> {
  const report = join(room.home, 'report.json');
  const evidence = join(room.home, 'evidence.json');
  const command = [process.execPath, grader.main, 'grade', ...labs];
  const flags = ['--report', `json=${report}`, '--lang', 'fr'];
  // Evidence has the answers in it.
  const looking = ['--answers', join(room.home, 'answers.yaml'), '--save-evidence', evidence];
  const own = more.includes('--evidence') ? flags : [...flags, ...looking];
  const { code, stdout, stderr } = await room.run([...command, ...own, ...more], {
    env: { VIGIE_STATE: join(room.home, '.vigie'), XDG_CACHE_HOME: grader.cache },
  });
  if (stderr !== '' || code === 2) throw new Error(`vigie grade ended with ${code}: ${stderr}${stdout}`);
  return { code, shown: stdout, json: readFileSync(report, 'utf8'), evidence };
}
