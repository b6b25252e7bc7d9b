import type { CheckVerdict, LabVerdict, TaskVerdict } from '../judge/verdict';
import type { Check, Lab, Task } from '../spec/lab';
import type { CheckPoints, Grade, Points, TaskPoints } from './grade';
import { roundPoints, roundTask } from './round';
import { undecidedTasks } from './undecided';

/** A third of 20 three times is a hair below 20: no pass mark may depend on that. */
const tolerance = 1e-9;

/** Turns verdicts into points. Pure arithmetic; whatever is excused is taken out and the rest is worth the whole scale. */
export function score(lab: Lab, verdict: LabVerdict): Grade {
  const judged = new Map(verdict.tasks.map((task) => [task.task, task]));
  const rows = lab.tasks.map((task) => rowOf(task, judged.get(task.id)));
  const counted = rows.filter(({ task }) => !task.bonus).reduce((total, row) => total + row.worth, 0);
  const stretch = counted === 0 ? 0 : lab.scale / counted;
  const waiting = undecidedTasks(lab, judged);
  const tasks = rows.map((row) => scoreTask(row, row.task.bonus ? 1 : stretch, waiting.has(row.task.id)));
  const all = sum(tasks);
  // With everything excused nothing can be lost.
  const points = counted === 0 ? lab.scale : Math.min(lab.scale, all.points);
  const whole = roundPoints({
    points,
    max: lab.scale,
    undecided: Math.min(lab.scale - points, all.undecided),
  });
  const isIncomplete = tasks.some((task) => task.undecided > 0) || verdict.tasks.some(hasError);
  return {
    lab: lab.id,
    outcome: isIncomplete ? 'incomplete' : points + tolerance >= lab.pass ? 'reached' : 'below',
    ...whole,
    pass: lab.pass,
    tasks: tasks.map(roundTask),
  };
}

/** A task with what its checks are worth before anything is stretched; excused ones are worth nothing. */
interface Row {
  readonly task: Task;
  readonly checks: readonly {
    readonly check: Check;
    readonly verdict: CheckVerdict | undefined;
    readonly worth: number;
  }[];
  readonly worth: number;
}

function rowOf(task: Task, judged: TaskVerdict | undefined): Row {
  const verdicts = new Map(judged?.checks.map((verdict) => [verdict.check, verdict]));
  const weights = task.checks.reduce((total, each) => total + each.weight, 0);
  const checks = task.checks.map((check) => {
    const verdict = verdicts.get(check.id);
    const share = weights === 0 ? 0 : (task.points * check.weight) / weights;
    return { check, verdict, worth: verdict?.outcome === 'excused' ? 0 : share };
  });
  return { task, checks, worth: checks.reduce((total, each) => total + each.worth, 0) };
}

function scoreTask({ task, checks }: Row, stretch: number, waits: boolean): TaskPoints {
  const scored = checks.map(({ check, verdict, worth }) =>
    scoreCheck(check, verdict, worth * stretch, waits),
  );
  return { task: task.id, bonus: task.bonus, ...sum(scored), checks: scored };
}

function scoreCheck(
  check: Check,
  verdict: CheckVerdict | undefined,
  worth: number,
  waits: boolean,
): CheckPoints {
  const set = (points: number, max: number, undecided = 0): CheckPoints => ({
    check: check.id,
    points,
    max,
    undecided,
  });
  switch (verdict?.outcome) {
    case 'passed':
      return set(worth, worth);
    case 'excused':
      return set(0, 0);
    case 'blocked':
      return set(0, worth, waits ? worth : 0);
    case 'failed':
    case 'error':
      if (check.partial && verdict.assertions.length > 0) return scoreAssertions(check, verdict, worth);
      return set(0, worth, verdict.outcome === 'error' ? worth : 0);
    case undefined:
      return set(0, worth, worth);
  }
}

function scoreAssertions(check: Check, verdict: CheckVerdict, worth: number): CheckPoints {
  const share = worth / verdict.assertions.length;
  const assertions = verdict.assertions.map(({ outcome }) => ({
    points: outcome === 'passed' ? share : 0,
    max: share,
    undecided: outcome === 'error' ? share : 0,
  }));
  return { check: check.id, ...sum(assertions), max: worth, assertions };
}

function sum(parts: readonly Points[]): Points {
  const total = (pick: (part: Points) => number): number => parts.reduce((all, part) => all + pick(part), 0);
  return { points: total((p) => p.points), max: total((p) => p.max), undecided: total((p) => p.undecided) };
}

const hasError = ({ checks }: TaskVerdict): boolean => checks.some(({ outcome }) => outcome === 'error');
