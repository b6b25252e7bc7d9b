import type { Evidence } from '../../evidence/evidence';
import type { Lab } from '../../spec/lab';
import type { Equivalent, MutantProof, Stray, Survivor, WrongHost } from '../proof';
import { failedAssertions, judgeHost, type Judged } from './judge-host';
import { assertingChecks, countKills } from './kills';
import { hostOf, makeFaults, makeMutants } from './make-mutants';
import type { Mutant } from './mutant';
import { proveFaults, type Decided } from './prove-faults';
import { straysOf } from './strays';

interface Tried {
  readonly mutant: Mutant;
  readonly judged: Judged;
}

/**
 * Tries a lab with every wrong host that can be made from its reference evidence, without an engine. Each has to lose points on the check that it
 * was made for, and on nothing that does not depend on it; what could not be found out has to be an `error`, never a loss.
 */
export function proveMutants(lab: Lab, evidence: Evidence, declared: readonly Equivalent[]): MutantProof {
  const host = hostOf(lab, evidence);
  const right = judgeHost(lab, evidence, host);
  const unmet = unmetIn(right);
  if (unmet.length > 0) return { ...untried, lab: lab.id, unmet };

  const tried = makeMutants(lab, host).map((mutant) => ({
    mutant,
    judged: judgeHost(lab, evidence, mutant.host),
  }));
  const faults = makeFaults(host);
  const faulted = proveFaults({ lab, evidence, faults, decided: decidedBy(lab, tried) });
  const survivors = tried.flatMap((one) => survivorOf(lab, right, one) ?? []);
  return {
    ...untried,
    ...withoutDeclared([...survivors, ...faulted.survivors], declared),
    lab: lab.id,
    mutants: tried.length,
    faults: faults.length,
    strays: [...tried.flatMap((one) => strayed(lab, one)), ...faulted.strays],
    assertions: countKills(
      lab,
      tried.map(({ judged }) => judged),
    ),
  };
}

const untried = {
  unmet: [],
  mutants: 0,
  faults: 0,
  survivors: [],
  strays: [],
  equivalents: [],
  stale: [],
  assertions: [],
  sessions: [],
} as const;

const unmetIn = ({ verdicts }: Judged): MutantProof['unmet'] =>
  [...verdicts.values()]
    .filter(({ outcome }) => outcome !== 'passed' && outcome !== 'excused')
    .map(({ check, outcome, message }) => ({ check, outcome, ...(message && { code: message.code }) }));

function survivorOf(lab: Lab, right: Judged, { mutant, judged }: Tried): Survivor | undefined {
  const all = assertingChecks(lab).find(({ check }) => check === mutant.check)?.all ?? [];
  const verdict = judged.verdicts.get(mutant.check);
  const failed = failedAssertions(verdict, all);
  const aimedAt = mutant.assertion === undefined ? all : [mutant.assertion];
  const survives = (because: Survivor['because']): Survivor => ({
    ...named(mutant),
    because,
    letThrough: aimedAt.filter((key) => !failed.includes(key)),
  });
  if (verdict?.outcome === 'error') return survives('unclear');
  // What it needs, or an earlier check, has told the very same thing.
  if (verdict?.outcome === 'blocked') return undefined;
  if (!aimedAt.some((key) => failed.includes(key))) return survives('passed');
  const before = right.points.get(mutant.check) ?? 0;
  return before > 0 && (judged.points.get(mutant.check) ?? 0) >= before ? survives('no-loss') : undefined;
}

const strayed = (lab: Lab, { mutant, judged }: Tried): Stray[] =>
  straysOf(lab, judged, mutant.changed).map((lost) => ({
    ...named(mutant),
    lost,
    outcome: judged.verdicts.get(lost)?.outcome ?? 'error',
  }));

/** Which single facts decide which checks: a change of that fact alone has failed them. */
function decidedBy(lab: Lab, tried: readonly Tried[]): Decided[] {
  return tried.flatMap(({ mutant, judged }) => {
    const [fact, ...others] = mutant.changed;
    if (fact === undefined || others.length > 0) return [];
    return assertingChecks(lab)
      .filter(({ check, all }) => failedAssertions(judged.verdicts.get(check), all).length > 0)
      .map(({ check }) => ({ check, fact }));
  });
}

const named = ({ code, check, assertion, what }: Mutant): WrongHost => ({
  code,
  check,
  ...(assertion !== undefined && { assertion }),
  ...(what !== undefined && { what }),
});

/** Takes out what the author has declared to be as good as the reference, and names declarations that nothing needs. */
function withoutDeclared(
  all: readonly Survivor[],
  declared: readonly Equivalent[],
): Pick<MutantProof, 'survivors' | 'equivalents' | 'stale'> {
  const matches = (survivor: Survivor, { check, mutant, assertion }: Equivalent): boolean =>
    survivor.because !== 'blamed' &&
    survivor.check === check &&
    survivor.code === mutant &&
    (assertion === undefined || survivor.assertion === assertion);
  return {
    survivors: all.filter((survivor) => !declared.some((one) => matches(survivor, one))),
    equivalents: declared.filter((one) => all.some((survivor) => matches(survivor, one))),
    stale: declared.filter((one) => !all.some((survivor) => matches(survivor, one))),
  };
}
