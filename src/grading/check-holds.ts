import type { Evidence, Fact } from '../evidence/evidence';
import { look as lookUp } from '../evidence/evidence';
import { judgeCheck } from '../judge/judge-check';
import type { Poll } from '../plan/plan';
import type { Lab } from '../spec/lab';

/** Does the check that a poll waits for pass with these facts? */
export function checkHolds(labs: readonly Lab[], poll: Poll, facts: Readonly<Record<string, Fact>>): boolean {
  const lab = labs.find(({ id }) => id === poll.lab);
  const check = lab?.tasks.flatMap((task) => task.checks).find(({ id }) => id === poll.check);
  if (!lab || !check) return true;
  const evidence: Evidence = {
    vigie: 'evidence',
    version: 1,
    grader: '',
    takenAt: '',
    tookMs: 0,
    labs: [],
    endpoint: '',
    facts,
  };
  return judgeCheck(check, lab, (request) => lookUp(evidence, request)).verdict.outcome === 'passed';
}
