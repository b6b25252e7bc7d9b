import { kinds } from '../../checks/registry';
import type { Evidence } from '../../evidence/evidence';
import { assertionsOf } from '../../judge/judge-check';
import type { Lab } from '../../spec/lab';
import type { AssertionProof, Equivalent, MutantProof, Stray, Survivor, WrongHost } from '../proof';
import { proveFaults, type Decided } from './prove-faults';
import { failedAssertions, judgeHost, tellingAssertions, type Judged } from './judge-host';
import { hostOf, judgedChecks, makeFaults, makeMutants } from './make-mutants';
import type { Mutant } from './mutant';
import { straysOf } from './strays';

/**
 * Tries a lab with every wrong host that can be made from its reference evidence, without an engine. Each has to lose points on the check that it
 * was made for, and on nothing that does not depend on it; what could not be found out has to be an `error`, never a loss.
 */
export function proveMutants(lab: Lab, evidence: Evidence, declared: readonly Equivalent[]): MutantProof {
  const host = hostOf(lab, evidence);
  const right = judgeHost(lab, evidence, host);
  const checks = judgedChecks(lab).map((check) => {
    const kind = kinds[check.kind];
    return { ...check, all: kind ? assertionsOf(kind, check).map(([key]) => key) : [] };
  });
  const unmet = checks.flatMap(({ id }) => {
    const verdict = right.verdicts.get(id);
    if (!verdict || verdict.outcome === 'passed') return [];
    return { check: id, outcome: verdict.outcome, ...(verdict.message && { code: verdict.message.code }) };
  });
  const nothing = {
    survivors: [],
    strays: [],
    equivalents: [],
    stale: [],
    assertions: [],
    mutants: 0,
    faults: 0,
  };
  if (unmet.length > 0) return { lab: lab.id, unmet, ...nothing };

  const kills = new Map<string, number>();
  const survivors: Survivor[] = [];
  const strays: Stray[] = [];
  const decided: Decided[] = [];
  const mutants = makeMutants(lab, host);
  for (const mutant of mutants) {
    const judged = judgeHost(lab, evidence, mutant.host);
    const all = checks.find(({ id }) => id === mutant.check)?.all ?? [];
    const survivor = survivorOf(mutant, right, judged, all);
    if (survivor) survivors.push(survivor);
    const loses = straysOf(lab, judged, mutant.changed);
    strays.push(
      ...loses.map((lost) => ({
        ...named(mutant),
        lost,
        outcome: judged.verdicts.get(lost)?.outcome ?? 'error',
      })),
    );
    for (const check of checks) {
      const failed = failedAssertions(judged.verdicts.get(check.id), check.all);
      const telling = tellingAssertions(judged.verdicts.get(check.id), check.all);
      for (const key of telling) kills.set(`${check.id} ${key}`, (kills.get(`${check.id} ${key}`) ?? 0) + 1);
      const [only, ...others] = mutant.changed;
      if (failed.length > 0 && only !== undefined && others.length === 0)
        decided.push({ check: check.id, fact: only });
    }
  }
  const faults = makeFaults(host);
  const faulted = proveFaults({ lab, evidence, faults, decided });
  const found = withoutDeclared([...survivors, ...faulted.survivors], declared);
  const assertions = checks.flatMap(({ id, all, keys }) =>
    all
      .map((assertion): AssertionProof => ({
        check: id,
        assertion,
        mutants: kills.get(`${id} ${assertion}`) ?? 0,
        sessions: 0,
      }))
      // That it is there goes without saying where the author asserts more of it.
      .filter(({ assertion, mutants }) => mutants > 0 || assertion in keys || all.length === 1),
  );
  return {
    lab: lab.id,
    unmet,
    mutants: mutants.length,
    faults: faults.length,
    ...found,
    strays: [...strays, ...faulted.strays],
    assertions,
  };
}

function survivorOf(
  mutant: Mutant,
  right: Judged,
  judged: Judged,
  all: readonly string[],
): Survivor | undefined {
  const verdict = judged.verdicts.get(mutant.check);
  const failed = failedAssertions(verdict, all);
  const letThrough = (mutant.assertion === undefined ? all : [mutant.assertion]).filter(
    (key) => !failed.includes(key),
  );
  const survives = (because: Survivor['because']): Survivor => ({ ...named(mutant), because, letThrough });
  if (verdict?.outcome === 'error') return survives('unclear');
  // A task that it needs waits for the very same thing.
  if (verdict?.outcome === 'blocked') return undefined;
  const isKilled =
    mutant.assertion === undefined ? verdict?.outcome === 'failed' : failed.includes(mutant.assertion);
  if (!isKilled) return survives('passed');
  const before = right.points.get(mutant.check) ?? 0;
  return before > 0 && (judged.points.get(mutant.check) ?? 0) >= before ? survives('no-loss') : undefined;
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
