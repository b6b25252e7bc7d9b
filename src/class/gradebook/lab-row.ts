import type { Outcome } from '../../judge/verdict';
import type { ShownCheck, ShownReport } from '../../report/shown/shown-report';
import type { StudentLab } from './gradebook';
import { shortCopy } from './short-copy';

/** What is kept of one student's report: numbers, and a few texts that are capped. */
export interface LabRow extends StudentLab {
  readonly hash: string;
  readonly checks: readonly CheckRow[];
}

export interface CheckRow {
  /** Shared by all students who have it. */
  readonly id: string;
  readonly outcome: Outcome;
  readonly points: number;
}

const mostReasons = 3;
const longestReason = 200;

/** `same` gives the one copy of a text that many reports have. */
export function labRow(report: ShownReport, same: (text: string) => string): LabRow {
  const checks = report.tasks.flatMap((task) => task.checks);
  const told = checks.filter(({ outcome, sameAs }) => sameAs === undefined && outcome === whyOf(report));
  return {
    lab: same(report.lab.id),
    hash: same(report.lab.hash),
    outcome: report.outcome,
    points: report.points,
    max: report.max,
    undecided: report.undecided,
    takenAt: report.takenAt,
    reasons: told.slice(0, mostReasons).map((check) => same(shortCopy(reasonOf(check), longestReason))),
    checks: checks.map(({ id, outcome, points }) => ({ id: same(id), outcome, points })),
  };
}

const whyOf = ({ outcome }: ShownReport): Outcome => (outcome === 'incomplete' ? 'error' : 'failed');

const reasonOf = ({ title, message }: ShownCheck): string => message?.text ?? title;
