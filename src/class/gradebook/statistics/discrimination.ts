import { rounded, sum } from './marks';

/** A student who was asked: whether the check passed, and what all else of the lab earned. */
export interface Answer {
  readonly passed: boolean;
  readonly rest: number;
}

/**
 * Point-biserial correlation of passing with the points of the rest (so that a check does not agree with itself): (M₁ − M₀) / σ · √(p·q), with the standard
 * deviation of these very students. Undefined when all or none passed, or when the rest is the same for all.
 */
export function discrimination(answers: readonly Answer[]): number | undefined {
  const passed = answers.filter((answer) => answer.passed);
  const others = answers.filter((answer) => !answer.passed);
  if (passed.length === 0 || others.length === 0) return undefined;
  const mean = meanOf(answers);
  const deviation = Math.sqrt(sum(answers.map(({ rest }) => (rest - mean) ** 2)) / answers.length);
  // Points are rounded to some places: what differs by less than a hair does not differ.
  if (deviation < 1e-6) return undefined;
  const share = passed.length / answers.length;
  const value = ((meanOf(passed) - meanOf(others)) / deviation) * Math.sqrt(share * (1 - share));
  return rounded(Math.max(-1, Math.min(1, value)));
}

const meanOf = (answers: readonly Answer[]): number => sum(answers.map(({ rest }) => rest)) / answers.length;
