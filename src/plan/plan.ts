import type { CheckInput } from '../checks/kind';
import { kinds } from '../checks/registry';
import { sameAsIn } from '../checks/same-as';
import { factKey, type Request } from '../evidence/request';
import type { Check, Lab } from '../spec/lab';
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

/** What one check needs: its kind's facts, and those of every resource that it compares with. */
function requestsOf(input: CheckInput): Request[] {
  const needs = (check: Check): readonly Request[] =>
    kinds[check.kind]?.needs({ lab: input.lab, check }) ?? [];
  const compared = Object.values(input.check.keys).flatMap(sameAsIn);
  return [...needs(input.check), ...compared.flatMap((other) => needs(other.check))];
}
