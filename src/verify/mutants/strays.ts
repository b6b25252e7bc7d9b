import { requestsOf } from '../../checks/needs';
import { factKey } from '../../evidence/request';
import type { Lab } from '../../spec/lab';
import type { Judged } from './judge-host';

/**
 * Checks that lost although they rest on none of the facts that changed, need no task that lost, and were not told to be the same cause
 * as another.
 */
export function straysOf(lab: Lab, { verdicts }: Judged, changed: readonly string[]): readonly string[] {
  const lost = (check: string): boolean => {
    const outcome = verdicts.get(check)?.outcome;
    return outcome !== 'passed' && outcome !== 'excused';
  };
  return lab.tasks.flatMap((task) => {
    const isWaiting = task.needs.some((id) =>
      lab.tasks.find((other) => other.id === id)?.checks.some((check) => lost(check.id)),
    );
    return task.checks
      .filter((check) => lost(check.id) && !isWaiting)
      .filter((check) => verdicts.get(check.id)?.message?.code !== 'check.blocked-by-check')
      .filter(
        (check) =>
          !requestsOf({ lab, check })
            .map(factKey)
            .some((key) => changed.includes(key)),
      )
      .map(({ id }) => id);
  });
}
