import type { Outcome } from './verdict';

/** What the outcomes of its checks make of a task. A certain failure stays one whatever else could not be found out; an excused check weighs nothing. */
export function taskOutcome(checks: readonly Outcome[]): Outcome {
  const order = ['failed', 'error', 'blocked', 'passed'] as const;
  return order.find((outcome) => checks.includes(outcome)) ?? 'excused';
}
