import type { ClassResult } from '../class-result';
import { isComplete } from '../results/completeness';

/** One file that speaks of a student. */
export interface Candidate {
  readonly result: ClassResult;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  readonly path: string;
}

export interface Choice {
  readonly winner: Candidate;
  /** A later attempt without a mark, where the winner has one: it is kept aside. */
  readonly aside?: Candidate;
  /** Others that say something else, with the winner more than one mark or more than one attempt. */
  readonly losers: readonly Candidate[];
}

/**
 * Which of several results of one student counts: one with a mark before one without, then the newest, then the one with the lower hash: whatever
 * the order in which they are given, it is the same.
 */
export function choose(candidates: readonly [Candidate, ...Candidate[]]): Choice {
  const [winner = candidates[0], ...others] = candidates.toSorted(byRank);
  const losers = others.filter(
    ({ sha256 }, index) =>
      sha256 !== winner.sha256 && others.findIndex((other) => other.sha256 === sha256) === index,
  );
  const aside = isComplete(winner.result)
    ? losers.find(({ result }) => !isComplete(result) && result.gradedAt > winner.result.gradedAt)
    : undefined;
  return { winner, ...(aside && { aside }), losers };
}

const byRank = (a: Candidate, b: Candidate): number =>
  Number(isComplete(b.result)) - Number(isComplete(a.result)) ||
  compare(b.result.gradedAt, a.result.gradedAt) ||
  compare(a.sha256, b.sha256) ||
  compare(a.path, b.path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
