import { requestsOf } from '../checks/needs';
import { factKey, type Request } from '../evidence/request';
import type { Lab } from '../spec/lab';
import { mergeRequests } from './merge';

/** Facts that may still become right: asked again until `check` passes or `withinMs` is over. */
export interface Poll {
  readonly lab: string;
  readonly check: string;
  readonly withinMs: number;
  readonly keys: readonly string[];
}

/** All that has to be asked of the host, each thing once, whatever the number of checks. */
export interface Plan {
  readonly labs: readonly { readonly id: string; readonly hash: string }[];
  readonly requests: readonly Request[];
  readonly polls: readonly Poll[];
}

export function makePlan(labs: readonly Lab[]): Plan {
  const all: Request[] = [{ fact: 'engine' }];
  const polls: Poll[] = [];
  for (const lab of labs)
    for (const task of lab.tasks)
      for (const check of task.checks) {
        if (task.excused !== undefined || check.excused !== undefined) continue;
        const requests = requestsOf({ lab, check });
        all.push(...requests);
        if (check.within !== undefined)
          polls.push({
            lab: lab.id,
            check: check.id,
            withinMs: check.within,
            keys: [...new Set(requests.map(factKey))],
          });
      }
  return { labs: labs.map(({ id, hash }) => ({ id, hash })), requests: mergeRequests(all), polls };
}
