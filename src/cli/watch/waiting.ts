import type { Report, ReportCheck, ReportTask } from '../../report/report';

/** A hand-written test that nobody has asked yet about what was seen: it is no trouble with the engine. */
export const isUnasked = ({ kind, outcome, message }: ReportCheck): boolean =>
  kind === 'jest' &&
  outcome === 'error' &&
  message?.code === 'check.fault' &&
  message.args.fault.code === 'fact.not-collected';

/** Titles of the tests that have to be asked before all is known. */
export const unaskedTests = (reports: readonly Report[]): readonly string[] => [
  ...new Set(
    reports
      .flatMap(({ tasks }) => tasks.flatMap(({ checks }) => checks))
      .filter(isUnasked)
      .map(({ subject }) => String(subject)),
  ),
];

/** The report while tests are being asked: what hangs on them waits, and is not told as what could not be found out. */
export const whileAsking = (report: Report): Report => ({ ...report, tasks: report.tasks.map(waitingTask) });

function waitingTask(task: ReportTask): ReportTask {
  if (!task.checks.some(isUnasked)) return task;
  const errors = task.checks.filter(({ outcome }) => outcome === 'error');
  const outcome = task.outcome === 'error' && errors.every(isUnasked) ? 'blocked' : task.outcome;
  return {
    ...task,
    outcome,
    checks: task.checks.map((check) => (isUnasked(check) ? waiting(check) : check)),
  };
}

function waiting({ message: _, ...check }: ReportCheck): ReportCheck {
  return { ...check, outcome: 'blocked', assertions: [] };
}
