import type { ShownCheck, ShownReport, ShownTask } from './shown/shown-report';

export interface NextStep {
  readonly task: ShownTask;
  readonly check: ShownCheck;
}

/**
 * Where to go on: the first check that fails, in the author's order, since a lab builds on what comes first; else the first that could not be found
 * out. A bonus comes last.
 */
export function nextStep({ tasks }: ShownReport): NextStep | undefined {
  const inOrder = [...tasks.filter(({ bonus }) => !bonus), ...tasks.filter(({ bonus }) => bonus)];
  const steps = inOrder.flatMap((task) => task.checks.map((check) => ({ task, check })));
  const first = (outcome: ShownCheck['outcome']): NextStep | undefined =>
    steps.find(({ check }) => check.outcome === outcome);
  return first('failed') ?? first('error');
}
