import type { MarkStatistics } from '../gradebook';

export const binCount = 10;

/** Of marks between 0 and `max`. */
export function markStatistics(marks: readonly number[], max: number): MarkStatistics {
  const bins = Array.from({ length: binCount }, () => 0);
  for (const mark of marks) {
    const bin = binOf(mark, max);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const count = marks.length;
  const sorted = [...marks].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted[count - 1]];
  if (least === undefined || most === undefined) return { count, bins };
  const mean = sum(sorted) / count;
  const deviation = Math.sqrt(sum(sorted.map((mark) => (mark - mean) ** 2)) / count);
  return {
    count,
    mean: rounded(mean),
    median: rounded(medianOf(sorted)),
    deviation: rounded(deviation),
    least,
    most,
    bins,
  };
}

/** A third of 20 three times is a hair below 20. */
const binOf = (mark: number, max: number): number =>
  max <= 0 ? binCount - 1 : Math.min(binCount - 1, Math.max(0, Math.floor((mark / max) * binCount + 1e-9)));

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** To four places: as much as is worth telling, and the same whatever was added first. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;
