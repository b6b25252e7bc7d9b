import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import type { VigieFolder } from './vigie-folder';

/** What one run of `vigie grade` gave. */
export interface Graded {
  readonly code: number | null;
  readonly shown: string;
  /** `report.json`, byte by byte. */
  readonly json: string;
  /** The file that `--save-evidence` wrote. */
  readonly evidence: string;
}

/** Grades as a student does: the built command, in a process of its own, on the room's host. */
export async function gradeInRoom(
  room: CleanRoom,
  vigie: VigieFolder,
  lab: string,
  more: readonly string[] = [],
): Promise<Graded> {
  const report = join(room.home, 'report.json');
  const evidence = join(room.home, 'evidence.json');
  const command = [process.execPath, vigie.main, 'grade', lab, '--labs', join(vigie.path, 'labs')];
  const flags = ['--answers', join(room.home, 'answers.yaml'), '--report', `json=${report}`, '--lang', 'fr'];
  const saving = more.includes('--evidence') ? [] : ['--save-evidence', evidence];
  const { code, stdout, stderr } = await room.run([...command, ...flags, ...saving, ...more], {
    env: { VIGIE_STATE: join(room.home, '.vigie'), XDG_CACHE_HOME: join(vigie.path, 'cache') },
  });
  if (stderr !== '' || code === 2) throw new Error(`vigie grade ended with ${code}: ${stderr}${stdout}`);
  return { code, shown: stdout, json: readFileSync(report, 'utf8'), evidence };
}

/** The part of `report.json` that a session declares something of. */
interface ReportJson {
  readonly points: number;
  readonly tasks: readonly {
    readonly checks: readonly {
      readonly id: string;
      readonly outcome: string;
      readonly message?: { readonly code: string };
    }[];
  }[];
}

export const pointsOf = ({ json }: Graded): number => (JSON.parse(json) as ReportJson).points;

/** Several labs at once give one file. */
function reportsIn(json: string): readonly ReportJson[] {
  const parsed = JSON.parse(json) as ReportJson | { readonly reports: readonly ReportJson[] };
  return 'reports' in parsed ? parsed.reports : [parsed];
}

/** `<check id> <outcome> <message code>` of each check that did not pass. */
export const outcomesOf = ({ json }: Graded): string[] =>
  reportsIn(json)
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ checks }) => checks)
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ id, outcome, message }) => [id, outcome, ...(message ? [message.code] : [])].join(' '));
