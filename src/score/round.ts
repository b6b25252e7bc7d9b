import type { Points, TaskPoints } from './grade';

/** Thirds of points add up to 19.999999999999996: no difference that a person could mean is below a millionth. */
const tidy = (points: number): number => Math.round(points * 1e6) / 1e6;

/** Rounds at the end and once, so that parts which make a whole still make it; together they never exceed the maximum. */
export function roundPoints({ points, max, undecided }: Points): Points {
  const whole = { points: tidy(points), max: tidy(max) };
  return { ...whole, undecided: Math.max(0, Math.min(tidy(undecided), tidy(whole.max - whole.points))) };
}

export const roundTask = (task: TaskPoints): TaskPoints => ({
  ...task,
  ...roundPoints(task),
  checks: task.checks.map((check) => ({
    ...check,
    ...roundPoints(check),
    ...(check.assertions && { assertions: check.assertions.map(roundPoints) }),
  })),
});
