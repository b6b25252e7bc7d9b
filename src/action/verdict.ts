import type { GradeOutcome } from '../score/grade';
import type { FailBelow } from './inputs';

/** Whether the job fails, and why. `could-not-grade` fails whatever was asked for: silence would look like a grade. */
export type Verdict = 'passed' | 'below' | 'could-not-grade';

/** `score` is absent for an incomplete grade. */
export function verdictOf(outcome: GradeOutcome, score: number | undefined, failBelow: FailBelow): Verdict {
  if (outcome === 'incomplete' || score === undefined) return 'could-not-grade';
  if (failBelow === 'never') return 'passed';
  const failed = failBelow === 'pass' ? outcome === 'below' : score < failBelow;
  return failed ? 'below' : 'passed';
}
