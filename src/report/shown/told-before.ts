import type { Message } from '../../messages/message';
import type { Report, ReportCheck } from '../report';

/** The first check above this one that was told the very same, so that it need not be told again. */
export function toldBefore(check: ReportCheck, report: Report): ReportCheck | undefined {
  const { message } = check;
  if (message === undefined || check.hidden) return undefined;
  const first = firstTellers(report).get(sameness(check, message));
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
    const key = sameness(check, check.message);
    if (!tellers.has(key)) tellers.set(key, check);
  }
  known.set(report, tellers);
  return tellers;
}

/** Two causes are one if the words are the same and are about the same resource; plain differences also have to be the same ones. */
function sameness(check: ReportCheck, message: Message): string {
  const { code, args } = message;
  return JSON.stringify([code, args, resourceOf(check, message)]);
}

function resourceOf({ kind, subject, facts, assertions }: ReportCheck, { code, args }: Message): unknown {
  // What the whole host or another check keeps from being judged is one cause for all.
  if (code === 'check.blocked-by-task' || code === 'check.blocked-by-check' || code === 'check.excused')
    return 'any';
  if (code === 'check.fault' && 'fault' in args && args.fault.code.startsWith('engine.')) return 'any';
  const differing = assertions
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ key, expected, seen }) => [key, expected, seen]);
  // Other kinds say of a container what it would say of itself; of variables the words do not hold the values.
  if (code.startsWith('container.'))
    return [
      facts.filter((key) => key.startsWith('container/')),
      code.startsWith('container.env-') && differing,
    ];
  if (code === 'check.differs') return [kind, subject, facts, differing];
  // Of what is not there nothing is seen, whatever is asked of it.
  return [kind, subject, facts, differing.filter(([, , seen]) => seen !== undefined)];
}
