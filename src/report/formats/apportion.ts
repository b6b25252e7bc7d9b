/** Points below a millionth are noise of the arithmetic: shares are counted in whole millionths. */
const grain = 1e6;
/** No share is larger; a report that was tampered with may say so, and still gives numbers. */
export const largestShare = 1e9;

/**
 * Divides `total`, a whole number, by the largest-remainder method: each share is rounded down, and what is left goes, one each, to those that
 * lost the largest fraction; of equals the first. Shares that do not add up to about `total` are stretched until they do; where there are none,
 * all are alike.
 */
export function apportion(total: number, shares: readonly number[]): readonly number[] {
  const grains = shares.map((share) => Math.round(Math.max(0, Math.min(largestShare, share)) * grain));
  const left = leftOf(total, grains);
  return deal(total, left < 0 || left > shares.length ? stretched(total, grains) : grains);
}

const leftOf = (total: number, grains: readonly number[]): number =>
  grains.reduce((left, share) => left - Math.floor(share / grain), total);

function deal(total: number, grains: readonly number[]): readonly number[] {
  const fractions = grains.map((share) => share % grain);
  const byFraction = [...grains.keys()].sort(
    (one, other) => (fractions[other] ?? 0) - (fractions[one] ?? 0) || one - other,
  );
  const winners = new Set(byFraction.slice(0, leftOf(total, grains)));
  return grains.map((share, index) => Math.floor(share / grain) + (winners.has(index) ? 1 : 0));
}

function stretched(total: number, grains: readonly number[]): readonly number[] {
  const all = grains.reduce((sum, share) => sum + share, 0);
  // Rounded down, so that together they never come to more than the total.
  return grains.map((share) => Math.floor(total * grain * (all === 0 ? 1 / grains.length : share / all)));
}
