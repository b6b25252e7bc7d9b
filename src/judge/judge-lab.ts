import type { Evidence } from '../evidence/evidence';
import { look as lookUp } from '../evidence/evidence';
import type { Look } from '../checks/kind';
import { message, type Message } from '../messages/message';
import type { Check, Lab, Task } from '../spec/lab';
import { localize } from '../text/language';
import { judgeCheck } from './judge-check';
import type { CheckVerdict, LabVerdict, Outcome, TaskVerdict } from './verdict';

/** Judges a whole lab: pure, the same evidence gives the same verdict. */
export function judgeLab(lab: Lab, evidence: Evidence): LabVerdict {
  const look: Look = (request) => lookUp(evidence, request);
  const done = new Map<string, TaskVerdict>();
  /** The first check that found something missing: later ones that miss the same are blocked by it. */
  const firstMissing = new Map<string, string>();
  for (const task of inNeedsOrder(lab.tasks))
    done.set(task.id, judgeTask(task, lab, look, done, firstMissing));
  return { lab: lab.id, tasks: lab.tasks.flatMap((task) => done.get(task.id) ?? []) };
}

function judgeTask(
  task: Task,
  lab: Lab,
  look: Look,
  done: ReadonlyMap<string, TaskVerdict>,
  firstMissing: Map<string, string>,
): TaskVerdict {
  const excused =
    task.excused !== undefined
      ? message('check.excused', { reason: localize(task.excused, lab.lang) })
      : undefined;
  const unmet = task.needs.find((id) => !isMet(done.get(id)?.outcome));
  const set = (check: Check, outcome: 'blocked' | 'excused', why: Message): CheckVerdict => ({
    check: check.id,
    outcome,
    assertions: [],
    message: why,
    facts: [],
  });
  const checks = task.checks.map((check) => {
    if (excused) return set(check, 'excused', excused);
    if (check.excused !== undefined)
      return set(check, 'excused', message('check.excused', { reason: localize(check.excused, lab.lang) }));
    if (unmet !== undefined) return set(check, 'blocked', message('check.blocked-by-task', { task: unmet }));
    const { verdict, cause } = judgeCheck(check, lab, look);
    if (cause === undefined) return verdict;
    const first = firstMissing.get(cause);
    if (first === undefined) firstMissing.set(cause, check.id);
    return first === undefined
      ? verdict
      : set(check, 'blocked', message('check.blocked-by-check', { check: first }));
  });
  return { task: task.id, outcome: taskOutcome(checks), checks };
}

const isMet = (outcome: Outcome | undefined): boolean => outcome === 'passed' || outcome === 'excused';

/** A certain failure stays one whatever else could not be found out; an excused check weighs nothing. */
function taskOutcome(checks: readonly CheckVerdict[]): Outcome {
  const has = (outcome: Outcome): boolean => checks.some((check) => check.outcome === outcome);
  if (has('failed')) return 'failed';
  if (has('error')) return 'error';
  if (has('blocked')) return 'blocked';
  return has('passed') ? 'passed' : 'excused';
}

/** Tasks after all that they need, else in the lab's order; validation has refused cycles. */
function inNeedsOrder(tasks: readonly Task[]): Task[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const ordered = new Set<Task>();
  const visit = (task: Task): void => {
    if (ordered.has(task)) return;
    for (const id of task.needs) {
      const needed = byId.get(id);
      if (needed) visit(needed);
    }
    ordered.add(task);
  };
  tasks.forEach(visit);
  return [...ordered];
}
