import { kinds } from '../../checks/registry';
import type { Evidence } from '../../evidence/evidence';
import { assertionsOf } from '../../judge/judge-check';
import type { Lab } from '../../spec/lab';
import type { AssertionProof } from '../proof';
import { judgeHost, tellingAssertions, type Judged } from './judge-host';
import { judgedChecks } from './make-mutants';

/** A check's assertions, that it is there included where its kind says so. */
export interface Asserting {
  readonly check: string;
  readonly all: readonly string[];
  /** Those that the author wrote. */
  readonly written: readonly string[];
}

export const assertingChecks = (lab: Lab): readonly Asserting[] =>
  judgedChecks(lab).map((check) => {
    const kind = kinds[check.kind];
    const all = kind ? assertionsOf(kind, check).map(([key]) => key) : [];
    return { check: check.id, all, written: Object.keys(check.keys) };
  });

/** How many wrong hosts each assertion has found out by itself. */
export function countKills(lab: Lab, wrong: readonly Judged[]): readonly AssertionProof[] {
  return assertingChecks(lab).flatMap(({ check, all, written }) => {
    const told = wrong.flatMap(({ verdicts }) => tellingAssertions(verdicts.get(check), all));
    return (
      all
        .map((assertion) => ({
          check,
          assertion,
          mutants: told.filter((key) => key === assertion).length,
          sessions: 0,
        }))
        // That it is there goes without saying where the author asserts more of it.
        .filter(({ assertion, mutants }) => mutants > 0 || written.includes(assertion) || all.length === 1)
    );
  });
}

/** The same, with the hosts that wrong sessions left. */
export function withPlayed(
  lab: Lab,
  assertions: readonly AssertionProof[],
  played: readonly Evidence[],
): readonly AssertionProof[] {
  const counted = countKills(
    lab,
    played.map((evidence) => judgeHost(lab, evidence, evidence)),
  );
  return assertions.map((one) => {
    const same = counted.find(({ check, assertion }) => check === one.check && assertion === one.assertion);
    return { ...one, sessions: same?.mutants ?? 0 };
  });
}
