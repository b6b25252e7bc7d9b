import type { CleanRoom } from '../../cleanroom';
import { playSession } from '../../cleanroom';
import { readEvidence } from '../../grading/evidence-file';
import { gradeLab } from '../../grading/grade-lab';
import type { Report, ReportCheck } from '../../report/report';
import type { Lab } from '../../spec/lab';
import { gradeInRoom, type Grader } from './grade-in-room';
import { hintSession } from './hint-session';

/** One hint that was done: for which check, and what the mark was before and after. */
export interface ObeyedHint {
  readonly check: string;
  readonly message: string;
  readonly typed: readonly string[];
  readonly before: number;
  readonly after: number;
  /** Why it could not be typed to its end. */
  readonly problem?: string;
}

export interface Obedience {
  readonly hints: readonly ObeyedHint[];
  readonly points: number;
  /** Ids of checks that do not pass in the end, with what they say. */
  readonly left: readonly string[];
}

export interface ObeyHints {
  readonly room: CleanRoom;
  readonly grader: Grader;
  readonly lab: Lab;
  /** Id or path of the lab, and what else the command needs to find it. */
  readonly named: readonly string[];
}

/** More than any lab has checks: a hint that changes nothing must not be followed for ever. */
const mostHints = 20;

/** A student who knows nothing but what the report says: does the first thing that it tells, grades again, until nothing is told any more. */
export async function obeyHints({ room, grader, lab, named }: ObeyHints): Promise<Obedience> {
  const hints: ObeyedHint[] = [];
  let report = await look();
  while (hints.length < mostHints) {
    const next = firstToDo(report);
    if (next?.remedy === undefined) break;
    const session = hintSession(next.remedy);
    const { problem } = await playSession(room, session, { deadlineMs: 240_000 });
    const before = report.points;
    report = await look();
    hints.push({
      check: next.id,
      message: next.message?.code ?? '',
      typed: session.items.flatMap((item) => (item.kind === 'type' ? item.text : [])),
      before,
      after: report.points,
      ...(problem && { problem: problem.message }),
    });
    // It would be told again.
    if (report.points <= before) break;
  }
  return { hints, points: report.points, left: leftOf(report) };

  async function look(): Promise<Report> {
    const { evidence } = await gradeInRoom(room, grader, named);
    const read = readEvidence(evidence);
    if (!read.ok) throw new Error(`${read.error.code}: ${evidence}`);
    return gradeLab(lab, read.value);
  }
}

const checksIn = (report: Report): ReportCheck[] => report.tasks.flatMap(({ checks }) => checks);

const firstToDo = (report: Report): ReportCheck | undefined =>
  checksIn(report).find(({ outcome, remedy }) => outcome === 'failed' && (remedy?.steps.length ?? 0) > 0);

const leftOf = (report: Report): string[] =>
  checksIn(report)
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ id, outcome, message }) => [id, outcome, message?.code ?? ''].join(' '));
