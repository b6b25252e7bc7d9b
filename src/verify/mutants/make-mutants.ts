import type { Evidence } from '../../evidence/evidence';
import { fault, type Fault } from '../../evidence/fault';
import { factKey, type Request } from '../../evidence/request';
import { makePlan } from '../../plan/plan';
import type { Check, Lab } from '../../spec/lab';
import { generators } from './generators';
import { changedFacts, type Host } from './host';
import type { Mutant } from './mutant';

/** The reference host of a lab. */
export const hostOf = (lab: Lab, { facts }: Evidence): Host => ({
  facts,
  requests: makePlan([lab]).requests,
});

/** Checks that are judged at all: what is excused has nothing to lose. */
export const judgedChecks = (lab: Lab): readonly Check[] =>
  lab.tasks.flatMap((task) =>
    task.excused === undefined ? task.checks.filter(({ excused }) => excused === undefined) : [],
  );

/** All wrong hosts of a lab; what comes out like the reference (two equal ports swapped) is none. */
export function makeMutants(lab: Lab, host: Host): readonly Mutant[] {
  return judgedChecks(lab).flatMap((check) => {
    const wrongs = generators[check.kind]?.({ lab, check, host }) ?? [];
    const seen = new Set<string>();
    return wrongs.flatMap(({ change, ...wrong }): Mutant[] => {
      const after = change(host);
      const changed = changedFacts(host, after);
      // Two ways that lead to the same host are one, where they are made for the same assertion.
      const key = JSON.stringify([wrong.assertion, changed.map((fact) => after.facts[fact])]);
      if (changed.length === 0 || seen.has(key)) return [];
      seen.add(key);
      return [{ ...wrong, check: check.id, host: after, changed }];
    });
  });
}

/** A host of which one thing could not be found out. */
export interface Faulted {
  readonly fact: string;
  readonly host: Host;
}

export const makeFaults = (host: Host): readonly Faulted[] =>
  host.requests.map((request) => {
    const fact = factKey(request);
    return { fact, host: { ...host, facts: { ...host.facts, [fact]: { fault: faultOf(request) } } } };
  });

/** As the engine, or the registry behind it, would not answer. */
function faultOf(request: Request): Fault {
  if (request.fact === 'registry')
    return fault('registry.unreachable', { name: request.reference, detail: 'mutant' });
  if (request.fact === 'jest') return fault('grader.crashed', { title: request.title, said: 'mutant' });
  return fault('deadline', { call: factKey(request), deadlineMs: 1000 });
}
