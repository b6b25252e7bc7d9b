import { keyProblem, numberOf, valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';

export const defaultScale = 20;

/** Tenths do not add up exactly in binary. */
const tolerance = 1e-9;

export function pointsDoNotAddUp(draft: Draft): readonly Problem[] {
  const scale = scaleOf(draft);
  const counted = draft.tasks.filter(({ json }) => json['bonus'] !== true);
  const points = counted.flatMap(({ json }) => numberOf(json['points']) ?? []);
  // A missing or wrong number is told by itself, and would make any sum wrong.
  if (scale === undefined || points.length < counted.length || draft.tasks.length === 0) return [];
  if (points.some((value) => value < 0)) return [];
  const sum = points.reduce((total, value) => total + value, 0);
  if (Math.abs(sum - scale) <= tolerance) return [];
  const args = { sum: Math.round(sum * 1e6) / 1e6, scale };
  return [keyProblem(draft, 'scale' in draft.json ? '/scale' : '/tasks', 'lab.points', args)];
}

export function passAboveScale(draft: Draft): readonly Problem[] {
  const scale = scaleOf(draft);
  const pass = numberOf(draft.json['pass']);
  if (scale === undefined || pass === undefined || pass <= scale) return [];
  return [valueProblem(draft, '/pass', 'lab.pass-above-scale', { pass, scale })];
}

/** Points that no check can earn. */
export function tasksWithoutWeight(draft: Draft): readonly Problem[] {
  return draft.tasks
    .filter(({ checks }) => checks.length > 0 && checks.every(({ json }) => json['weight'] === 0))
    .map(({ pointer }) => keyProblem(draft, pointerTo(pointer, 'checks'), 'task.no-weight', {}));
}

function scaleOf({ json }: Draft): number | undefined {
  return 'scale' in json ? numberOf(json['scale']) : defaultScale;
}
