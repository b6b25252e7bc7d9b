import type { Evidence } from '../../evidence/evidence';
import type { Lab } from '../../spec/lab';
import type { Stray, Survivor } from '../proof';
import { judgeHost } from './judge-host';
import type { Faulted } from './make-mutants';
import { straysOf } from './strays';

/** A check that a change of this fact alone has failed: it cannot be judged without it. */
export interface Decided {
  readonly check: string;
  readonly fact: string;
}

interface FaultTrial {
  readonly lab: Lab;
  readonly evidence: Evidence;
  readonly faults: readonly Faulted[];
  readonly decided: readonly Decided[];
}

/**
 * Hosts of which one fact could not be found out. No check may fail for it: that would blame the student. A check that this fact decides
 * must not pass either. Facts that only explain why something failed may be missing.
 */
export function proveFaults({ lab, evidence, faults, decided }: FaultTrial): {
  readonly survivors: readonly Survivor[];
  readonly strays: readonly Stray[];
} {
  const survivors: Survivor[] = [];
  const strays: Stray[] = [];
  for (const { fact, host } of faults) {
    const judged = judgeHost(lab, evidence, host);
    for (const [check, { outcome, assertions }] of judged.verdicts) {
      const isDecisive = decided.some((one) => one.check === check && one.fact === fact);
      const letThrough = assertions.filter((each) => each.outcome === 'passed').map(({ key }) => key);
      const wrong = { code: 'fact.fault', check, what: fact, letThrough } as const;
      if (outcome === 'failed') survivors.push({ ...wrong, because: 'blamed' });
      if (outcome === 'passed' && isDecisive) survivors.push({ ...wrong, because: 'passed' });
    }
    const lost = straysOf(lab, judged, [fact]);
    strays.push(
      ...lost.map((check): Stray => ({
        code: 'fact.fault',
        check,
        what: fact,
        lost: check,
        outcome: judged.verdicts.get(check)?.outcome ?? 'error',
      })),
    );
  }
  return { survivors, strays };
}
