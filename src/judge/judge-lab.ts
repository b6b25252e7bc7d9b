import type { Evidence } from '../evidence/evidence';
import { look as lookUp } from '../evidence/evidence';
import type { Look } from '../checks/kind';
import { message, type Message } from '../messages/message';
import type { Check, Lab, Task } from '../spec/lab';
import { judgeCheck, type JudgedCheck } from './judge-check';
import type { CheckVerdict, LabVerdict, Outcome, TaskVerdict } from './verdict';
import { taskOutcome } from './task-outcome';

/** Judges a whole lab: pure, the same evidence gives the same verdict. */
export function judgeLab(lab: Lab, evidence: Evidence): LabVerdict {
  const look: Look = (request) => lookUp(evidence, request);
  const done = new Map<string, JudgedTask>();
  for (const task of inNeedsOrder(lab.tasks)) done.set(task.id, judgeTask(task, lab, look, done));
  /** The first check that told what is missing: later ones that miss the same are blocked by it. */
  const told = new Map<string, string>();
  return {
    lab: lab.id,
    tasks: lab.tasks.flatMap((task) => {
      const judged = done.get(task.id);
      return judged ? [tellCausesOnce(task, judged, told)] : [];
    }),
  };
}

interface JudgedTask extends TaskVerdict {
  readonly judged: readonly JudgedCheck[];
}

function judgeTask(task: Task, lab: Lab, look: Look, done: ReadonlyMap<string, TaskVerdict>): JudgedTask {
  const unmet = task.needs.find((id) => !isMet(done.get(id)?.outcome));
  const judged = task.checks.map((check): JudgedCheck => {
    const reason = task.excused ?? check.excused;
    if (reason !== undefined)
      return {
        verdict: set(check, 'excused', message('check.excused', { reason })),
      };
    if (unmet !== undefined)
      return { verdict: set(check, 'blocked', message('check.blocked-by-task', { task: unmet })) };
    return judgeCheck(check, lab, look);
  });
  return {
    ...taskVerdict(
      task,
      judged.map(({ verdict }) => verdict),
    ),
    judged,
  };
}

/** In the lab's order, so that "the same cause as above" is above. A hidden check tells nothing, so others cannot refer to it. */
function tellCausesOnce(task: Task, { judged }: JudgedTask, told: Map<string, string>): TaskVerdict {
  const checks = task.checks.flatMap((check, index) => {
    const { verdict, cause, tells } = judged[index] ?? {};
    if (tells !== undefined && !check.hidden && !told.has(tells)) told.set(tells, check.id);
    if (verdict === undefined || cause === undefined) return verdict ?? [];
    const first = told.get(cause);
    if (first !== undefined)
      return set(check, 'blocked', message('check.blocked-by-check', { check: first }));
    if (!check.hidden) told.set(cause, check.id);
    return verdict;
  });
  return taskVerdict(task, checks);
}

const taskVerdict = (task: Task, checks: readonly CheckVerdict[]): TaskVerdict => ({
  task: task.id,
  outcome: taskOutcome(checks.map(({ outcome }) => outcome)),
  checks,
});

const set = (check: Check, outcome: 'blocked' | 'excused', why: Message): CheckVerdict => ({
  check: check.id,
  outcome,
  assertions: [],
  message: why,
  facts: [],
});

const isMet = (outcome: Outcome | undefined): boolean => outcome === 'passed' || outcome === 'excused';

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
