import type { Evidence } from '../../evidence/evidence';
import { judgeLab } from '../../judge/judge-lab';
import type { CheckVerdict } from '../../judge/verdict';
import { score } from '../../score/score';
import type { Lab } from '../../spec/lab';
import type { Host } from './host';

/** How a host is graded: verdicts and points by check. */
export interface Judged {
  readonly verdicts: ReadonlyMap<string, CheckVerdict>;
  readonly points: ReadonlyMap<string, number>;
}

/** Judged and scored as any evidence is. */
export function judgeHost(lab: Lab, reference: Evidence, { facts }: Pick<Host, 'facts'>): Judged {
  const verdict = judgeLab(lab, { ...reference, facts });
  const verdicts = verdict.tasks.flatMap(({ checks }) =>
    checks.map((check) => [check.check, check] as const),
  );
  const points = score(lab, verdict).tasks.flatMap(({ checks }) =>
    checks.map((check) => [check.check, check.points] as const),
  );
  return { verdicts: new Map(verdicts), points: new Map(points) };
}

/** The assertions of a check that did not hold; all of them where another check has told their cause. */
export function failedAssertions(
  verdict: CheckVerdict | undefined,
  all: readonly string[],
): readonly string[] {
  if (verdict === undefined) return [];
  if (verdict.outcome === 'blocked') return verdict.message?.code === 'check.blocked-by-check' ? all : [];
  return verdict.assertions.filter(({ outcome }) => outcome === 'failed').map(({ key }) => key);
}

/** Those that found out what was wrong by themselves: where the resource is missing altogether, only that it has to be there says so. */
export function tellingAssertions(
  verdict: CheckVerdict | undefined,
  all: readonly string[],
): readonly string[] {
  const failed = failedAssertions(verdict, all);
  const compared =
    verdict?.assertions.filter(({ message }) => message !== undefined).map(({ key }) => key) ?? [];
  return failed.filter((key) => key === 'exists' || compared.includes(key));
}
