import type { CheckVerdict, LabVerdict, TaskVerdict } from '../judge/verdict';
import type { Check, Lab, Task } from '../spec/lab';
import type { CheckPoints, Grade, Points, TaskPoints } from './grade';

/** Turns verdicts into points. Pure arithmetic; whatever is excused is taken out and the rest is worth the whole scale. */
export function score(lab: Lab, verdict: LabVerdict): Grade {
  const judged = new Map(verdict.tasks.map((task) => [task.task, task]));
  const stretch = stretchOf(lab, judged);
  const undecidedTasks = undecidedIn(lab, judged);
  const tasks = lab.tasks.map((task) =>
    scoreTask(task, judged.get(task.id), task.bonus ? 1 : stretch, undecidedTasks.has(task.id)),
  );
  const all = sum(tasks);
  const everythingExcused = sum(tasks.filter((task) => !task.bonus)).max === 0;
  const points = everythingExcused ? lab.scale : tidy(Math.min(lab.scale, all.points));
  const undecided = Math.min(lab.scale - points, all.undecided);
  const incomplete = verdict.tasks.some((task) => task.checks.some((check) => check.outcome === 'error'));
  return {
    lab: lab.id,
    outcome: incomplete ? 'incomplete' : points >= lab.pass ? 'reached' : 'below',
    points,
    max: lab.scale,
    undecided: tidy(undecided),
    pass: lab.pass,
    tasks: tasks.map((task) => ({ ...task, ...tidied(task), checks: task.checks.map(tidyCheck) })),
  };
}

type Judged = ReadonlyMap<string, TaskVerdict>;

/** What a point of the lab is worth once excused checks are out: the rest still adds up to the scale. */
function stretchOf(lab: Lab, judged: Judged): number {
  const counted = lab.tasks
    .filter((task) => !task.bonus)
    .flatMap((task) =>
      task.checks.map((check) => (outcomeOf(judged, task, check) === 'excused' ? 0 : shareOf(check, task))),
    )
    .reduce((total, share) => total + share, 0);
  return counted === 0 ? 0 : lab.scale / counted;
}

function shareOf(check: Check, task: Task): number {
  const weights = task.checks.reduce((total, each) => total + each.weight, 0);
  return weights === 0 ? 0 : (task.points * check.weight) / weights;
}

const outcomeOf = (judged: Judged, task: Task, check: Check): CheckVerdict['outcome'] | undefined =>
  judged.get(task.id)?.checks.find((each) => each.check === check.id)?.outcome;

/** Tasks that wait for something that could not be found out: not judged, so not lost. */
function undecidedIn(lab: Lab, judged: Judged): Set<string> {
  const unknown = new Set(
    lab.tasks.filter((task) => judged.get(task.id)?.outcome === 'error').map((task) => task.id),
  );
  for (let grew = true; grew;) {
    const before = unknown.size;
    for (const task of lab.tasks)
      if (judged.get(task.id)?.outcome === 'blocked' && task.needs.some((id) => unknown.has(id)))
        unknown.add(task.id);
    grew = unknown.size > before;
  }
  return unknown;
}

function scoreTask(
  task: Task,
  verdict: TaskVerdict | undefined,
  stretch: number,
  waits: boolean,
): TaskPoints {
  const checks = task.checks.map((check): CheckPoints => {
    const own = verdict?.checks.find((each) => each.check === check.id);
    return scoreCheck(check, own, shareOf(check, task) * stretch, waits);
  });
  return { task: task.id, bonus: task.bonus, ...sum(checks), checks };
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

/** Thirds of points add up to 19.999999999999996: no difference that a person could mean is below a millionth. Rounded last. */
const tidy = (points: number): number => Math.round(points * 1e6) / 1e6;

const tidied = ({ points, max, undecided }: Points): Points => ({
  points: tidy(points),
  max: tidy(max),
  undecided: tidy(undecided),
});

const tidyCheck = ({ assertions, ...check }: CheckPoints): CheckPoints => ({
  ...check,
  ...tidied(check),
  ...(assertions && { assertions: assertions.map(tidied) }),
});
