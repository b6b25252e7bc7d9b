import type { LoadedLab, LoadedLabs } from '../../grading/load-labs';
import type { Report } from '../../report/report';
import type { Lab } from '../../spec/lab';

/**
 * `within: 5s` has a grading wait until a server is up. A look of `watch` would be that late each time somebody has not started hers yet; it looks again
 * instead.
 */
export function withoutWaiting([first, ...others]: LoadedLabs): LoadedLabs {
  const patient = ({ lab, path }: LoadedLab): LoadedLab => ({ lab: atOnce(lab), path });
  return [patient(first), ...others.map(patient)];
}

const atOnce = (lab: Lab): Lab => ({
  ...lab,
  tasks: lab.tasks.map((task) => ({
    ...task,
    checks: task.checks.map(({ within: _, ...check }) => check),
  })),
});

/** Whether a check failed for which a grading would have waited. */
export const isWorthAnotherLook = (labs: LoadedLabs, reports: readonly Report[]): boolean =>
  labs.some(({ lab }) => {
    const tasks = reports.find((report) => report.lab.id === lab.id)?.tasks ?? [];
    const failed = tasks.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome === 'failed');
    return lab.tasks.some((task) =>
      task.checks.some(({ id, within }) => within !== undefined && failed.some((check) => check.id === id)),
    );
  });
