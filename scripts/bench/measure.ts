import { spawnSync } from 'node:child_process';

/** A whole process that is timed from its start to its end. */
export interface Variant {
  readonly name: string;
  readonly command: readonly string[];
  /** The exit code that means that all was done. */
  readonly code?: number;
}

/** Wall-clock milliseconds of each counted run, by variant, in the order of the variants. */
export type Times = readonly (readonly number[])[];

/**
 * Runs the variants in turns (A B C A B C …), so that a machine that gets slower or faster meets all of them alike. The first turn
 * fills caches and does not count. Throws when a run does not end as it should: it would have measured something else.
 */
export function inTurns(variants: readonly Variant[], runs: number, env: NodeJS.ProcessEnv): Times {
  variants.forEach((variant) => timeOf(variant, env));
  const turns = Array.from({ length: runs }, () => variants.map((variant) => timeOf(variant, env)));
  return variants.map((_, index) => turns.flatMap((turn) => turn[index] ?? []));
}

function timeOf(
  { name, command: [program = '', ...args], code = 0 }: Variant,
  env: NodeJS.ProcessEnv,
): number {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { env, encoding: 'utf8' });
  const tookMs = performance.now() - started;
  if (error) throw error;
  if (status !== code) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`);
  return tookMs;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The median of the ratios of runs of the same turn. */
export const ratio = (these: readonly number[], those: readonly number[]): number =>
  median(these.map((time, turn) => time / (those[turn] ?? NaN)));
