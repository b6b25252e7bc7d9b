import { judgeLab } from '../../src/judge/judge-lab';
import type { CheckVerdict } from '../../src/judge/verdict';
import { makePlan } from '../../src/plan/plan';
import type { Check, Lab } from '../../src/spec/lab';
import { anyLab } from './evidence';
import { lookAt } from './look-at';

/** Grades one check on a real engine, as a lab of its own. */
export async function judgeHost(
  dockerHost: string,
  check: Check,
  changes: Partial<Lab> = {},
): Promise<CheckVerdict> {
  const task = {
    id: 'task',
    title: 'A task',
    needs: [],
    points: 20,
    bonus: false,
    checks: [check],
    at: check.at,
  };
  const lab: Lab = { ...anyLab, ...changes, tasks: [task] };
  const evidence = await lookAt(dockerHost, makePlan([lab]).requests);
  const [verdict] = judgeLab(lab, evidence).tasks.flatMap(({ checks }) => checks);
  if (!verdict) throw new Error('a lab of one check has one verdict');
  return verdict;
}
