import { taskOutcome } from '../judge/task-outcome';
import type { Points } from '../score/grade';
import type { ShownCheck, ShownReport, ShownTask } from './shown/shown-report';

/** Points are rounded to a millionth each; sums of them differ by that much for each part. */
const hair = 1e-6;

/**
 * The first place, as a JSON pointer, where a report contradicts itself: points above their maximum, sums that are not those of the parts, an outcome that does
 * not follow. Everything is worked out again from the checks. Undefined for whatever Vigie wrote, of whatever version; a hidden check keeps its parts to itself
 * and is only held to its bounds.
 */
export function contradictionIn(report: ShownReport): string | undefined {
  const { tasks } = report;
  if (tasks.length === 0) return '/tasks';
  for (const [index, task] of tasks.entries()) {
    const inside = inTask(task);
    if (inside !== undefined) return `/tasks/${index}${inside}`;
  }
  return repeatedId(tasks) ?? inTotal(report);
}

function inTask(task: ShownTask): string | undefined {
  const { checks } = task;
  if (checks.length === 0) return '/checks';
  for (const [index, check] of checks.entries()) {
    const inside = inCheck(check);
    if (inside !== undefined) return `/checks/${index}${inside}`;
  }
  if (task.outcome !== taskOutcome(checks.map(({ outcome }) => outcome))) return '/outcome';
  const key = differing(task, sum(checks), checks.length);
  return key && `/${key}`;
}

function inCheck(check: ShownCheck): string | undefined {
  const { outcome, assertions, points, max, undecided } = check;
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= hair * (assertions.length + 1);
  if (!isBounded(check)) return '/points';
  const isWrong = assertions.some((one) => one.outcome === 'failed' || one.outcome === 'error');
  switch (outcome) {
    case 'passed':
      if (isWrong) return '/outcome';
      return same(points, max) && same(undecided, 0) ? undefined : '/points';
    case 'excused':
      return same(max, 0) ? undefined : '/max';
    case 'blocked':
      return same(points, 0) && (same(undecided, 0) || same(undecided, max)) ? undefined : '/points';
    case 'failed':
    case 'error':
      return inUnpassed(check, same) ? undefined : '/points';
  }
}

/** A check that did not pass has points only for its parts that did. */
function inUnpassed(check: ShownCheck, same: (a: number, b: number) => boolean): boolean {
  const { outcome, hidden, assertions, points, max, undecided } = check;
  if (hidden) return same(max, 0) || points < max;
  const parts = assertions.filter((one) => one.points !== undefined);
  if (parts.length === 0) return same(points, 0) && same(undecided, outcome === 'error' ? max : 0);
  const worth = (outcomes: readonly string[]): number =>
    parts.reduce((total, one) => total + (outcomes.includes(one.outcome) ? (one.max ?? 0) : 0), 0);
  const all = parts.reduce((total, one) => total + (one.max ?? 0), 0);
  const earned = parts.every((one) => same(one.points ?? 0, one.outcome === 'passed' ? (one.max ?? 0) : 0));
  return earned && same(all, max) && same(points, worth(['passed'])) && same(undecided, worth(['error']));
}

/** The lab's own sum: bonus fills up to the maximum, and with everything excused nothing can be lost. */
function inTotal(report: ShownReport): string | undefined {
  const { tasks, max, outcome, lab } = report;
  const counted = tasks.filter(({ bonus }) => !bonus).reduce((total, task) => total + task.max, 0);
  const all = sum(tasks);
  const parts = tasks.reduce((total, { checks }) => total + checks.length, tasks.length);
  const isExcused = counted <= hair;
  const points = isExcused ? max : Math.min(max, all.points);
  const undecided = Math.min(max - points, all.undecided);
  const differs = differing(report, { points, max: lab.scale, undecided }, parts);
  if (differs !== undefined) return `/${differs}`;
  if (!isExcused && Math.abs(counted - max) > hair * (parts + 1)) return '/max';
  const isOpen =
    tasks.some((task) => task.undecided > 0) ||
    tasks.some(({ checks }) => checks.some((check) => check.outcome === 'error'));
  if (isOpen) return outcome === 'incomplete' ? undefined : '/outcome';
  const distance = report.points - lab.pass;
  // At the pass mark itself the unrounded points have decided.
  if (Math.abs(distance) <= hair) return outcome === 'incomplete' ? '/outcome' : undefined;
  return outcome === (distance > 0 ? 'reached' : 'below') ? undefined : '/outcome';
}

function repeatedId(tasks: readonly ShownTask[]): string | undefined {
  const seen = new Set<string>();
  for (const [index, task] of tasks.entries())
    for (const [at, { id }] of task.checks.entries()) {
      if (seen.has(id)) return `/tasks/${index}/checks/${at}/id`;
      seen.add(id);
    }
  return undefined;
}

/** JSON can say 1e999, and a schema cannot say that points are at most the maximum. */
const isBounded = ({ points, max, undecided }: Points): boolean =>
  [points, max, undecided].every((value) => Number.isFinite(value) && value >= 0) &&
  points + undecided <= max + 2 * hair;

function differing(told: Points, worked: Points, parts: number): keyof Points | undefined {
  if (!isBounded(told)) return 'points';
  return (['points', 'max', 'undecided'] as const).find(
    (key) => Math.abs(told[key] - worked[key]) > hair * (parts + 1),
  );
}

function sum(parts: readonly Points[]): Points {
  const total = (pick: (part: Points) => number): number => parts.reduce((all, part) => all + pick(part), 0);
  return { points: total((p) => p.points), max: total((p) => p.max), undecided: total((p) => p.undecided) };
}
