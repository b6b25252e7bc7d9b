import type { ShownReport, ShownTask } from '../shown/shown-report';
import { apportion, largestShare } from './apportion';

/** Whole points: 0 <= score <= max. */
export interface WholePoints {
  readonly score: number;
  readonly max: number;
}

export interface WholeTask extends WholePoints {
  readonly checks: readonly WholePoints[];
}

export interface WholeLab extends WholePoints {
  readonly tasks: readonly WholeTask[];
}

export interface WholeReport extends WholePoints {
  readonly labs: readonly WholeLab[];
}

interface Part {
  readonly points: number;
  readonly max: number;
}

/**
 * The points of a run for readers that know only whole ones. The total is the rounded total, and at every level the parts add up to it:
 * scores all over, maxima without the bonus tasks, which stand beside the maximum as they do in the lab. Where the lab's own points are whole,
 * they stay what they are; where its scale is, a check that passed has all of its points, and one that failed has none.
 */
export function integerPoints(reports: readonly ShownReport[]): WholeReport {
  const labs = reports.map(({ points, max }) => ({ points: Math.min(points, max), max }));
  const all = rounded(labs);
  return {
    ...all,
    labs: split(all, labs).map((whole, index) => ({ ...whole, tasks: tasksOf(reports[index], whole) })),
  };
}

function tasksOf(report: ShownReport | undefined, whole: WholePoints): readonly WholeTask[] {
  const tasks = report?.tasks ?? [];
  const [regular, bonus] = [tasks.filter((task) => !task.bonus), tasks.filter((task) => task.bonus)];
  // Of bonus points only those that the mark had room for count.
  const points = Math.min(report?.points ?? 0, report?.max ?? 0);
  // With everything excused nothing can be lost: all of the mark belongs to the tasks that were excused.
  const earned = sum(regular, 'max') === 0 ? points : Math.min(sum(regular, 'points'), points);
  const [own = 0, extra = 0] = apportion(whole.score, [earned, points - earned]);
  const extraMax = Math.max(extra, Math.round(sum(bonus, 'max')));
  const wholes = new Map<ShownTask, WholePoints>([
    ...pairs(regular, split({ score: own, max: whole.max }, regular)),
    ...pairs(bonus, split({ score: extra, max: extraMax }, bonus)),
  ]);
  return tasks.map((task) => {
    const points = wholes.get(task) ?? { score: 0, max: 0 };
    return { ...points, checks: split(points, task.checks) };
  });
}

/**
 * What is earned and what is lost are shared out apart, ties in opposite order. So nothing has more than its maximum, what lost nothing has all
 * of it, and maxima that were whole come out as they were: whoever is rounded up in one is rounded down in the other.
 */
function split({ score, max }: WholePoints, parts: readonly Part[]): readonly WholePoints[] {
  const earned = apportion(
    score,
    parts.map(({ points }) => points),
  );
  const lost = apportion(max - score, parts.map((part) => part.max - part.points).toReversed()).toReversed();
  return parts.map((_, index) => ({
    score: earned[index] ?? 0,
    max: (earned[index] ?? 0) + (lost[index] ?? 0),
  }));
}

const rounded = (parts: readonly Part[]): WholePoints => ({
  score: Math.round(sum(parts, 'points')),
  max: Math.round(sum(parts, 'max')),
});

// Thirds of points add up to a hair less than a half: tidied before they are rounded.
const sum = (parts: readonly Part[], key: keyof Part): number =>
  Math.round(
    Math.min(
      largestShare,
      parts.reduce((total, part) => total + part[key], 0),
    ) * 1e4,
  ) / 1e4;

const pairs = (tasks: readonly ShownTask[], wholes: readonly WholePoints[]) =>
  tasks.map((task, index) => [task, wholes[index] ?? { score: 0, max: 0 }] as const);
