import type { Message } from '../../messages/message';
import type { Report, ReportCheck } from '../report';

/** The first check above this one that was told the very same, so that it need not be told again. */
export function toldBefore(check: ReportCheck, report: Report): ReportCheck | undefined {
  const { message } = check;
  if (message === undefined || check.hidden) return undefined;
  const first = firstTellers(report).get(sameness(message));
  return first === check ? undefined : first;
}

const known = new WeakMap<Report, ReadonlyMap<string, ReportCheck>>();

/** Of each message the first check that tells it; found once for a report, however many checks ask. */
function firstTellers(report: Report): ReadonlyMap<string, ReportCheck> {
  const before = known.get(report);
  if (before) return before;
  const tellers = new Map<string, ReportCheck>();
  for (const check of report.tasks.flatMap(({ checks }) => checks)) {
    if (check.hidden || check.message === undefined) continue;
    const key = sameness(check.message);
    if (!tellers.has(key)) tellers.set(key, check);
  }
  known.set(report, tellers);
  return tellers;
}

const sameness = ({ code, args }: Message): string => `${code} ${JSON.stringify(args)}`;
