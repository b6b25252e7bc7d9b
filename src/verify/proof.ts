import type { Outcome } from '../judge/verdict';
import type { MutantCode } from './mutants/codes';

/** A wrong host, by what it was made for. */
export interface WrongHost {
  readonly code: MutantCode;
  readonly check: string;
  /** Absent: the check as a whole. */
  readonly assertion?: string;
  /** What the code is about: an attribute, a name, a fact's key. */
  readonly what?: string;
}

/** A wrong host that was not graded as one. */
export interface Survivor extends WrongHost {
  /**
   * `passed`: the check held all the same. `no-loss`: it did not, and cost nothing. `unclear`: its outcome was `error`, as if the host had not
   * told. `blamed`: something could not be found out, and the student lost points for it.
   */
  readonly because: 'passed' | 'no-loss' | 'unclear' | 'blamed';
  /** The assertions that held. */
  readonly letThrough: readonly string[];
}

/** A check that lost points for something that it does not rest on. */
export interface Stray extends WrongHost {
  readonly lost: string;
  readonly outcome: Outcome;
}

/** A wrong host that is right all the same, with the author's reason. */
export interface Equivalent {
  readonly check: string;
  readonly mutant: MutantCode;
  readonly assertion?: string;
  readonly reason: string;
}

/** How many wrong hosts an assertion has told from the right one. */
export interface AssertionProof {
  readonly check: string;
  readonly assertion: string;
  readonly mutants: number;
  /** Wrong sessions, where they were played. */
  readonly sessions: number;
}

/** A session that was played on an engine; without `differences` and `problem` it came out as it declares. */
export interface SessionProof {
  readonly name: string;
  readonly title: string;
  /** Why it could not be played to its end. */
  readonly problem?: string;
  /** What it declares (`- …`) and what came instead (`+ …`). */
  readonly differences: readonly string[];
}

/** What is known of a lab after it was tried with wrong hosts. */
export interface MutantProof {
  readonly lab: string;
  /** Checks that do not pass on the reference host, with their outcomes; nothing else is then tried. */
  readonly unmet: readonly { readonly check: string; readonly outcome: Outcome; readonly code?: string }[];
  readonly mutants: number;
  readonly faults: number;
  readonly survivors: readonly Survivor[];
  readonly strays: readonly Stray[];
  readonly equivalents: readonly Equivalent[];
  /** Declared to be equivalent, and either not tried or told from the right host. */
  readonly stale: readonly Equivalent[];
  readonly assertions: readonly AssertionProof[];
  /** Those that were played; none without an engine. */
  readonly sessions: readonly SessionProof[];
}

/** All is told from the right host, and every assertion has told something. */
export const isProved = (proof: MutantProof): boolean =>
  proof.unmet.length + proof.survivors.length + proof.strays.length + proof.stale.length === 0 &&
  proof.sessions.every(({ differences, problem }) => differences.length === 0 && problem === undefined) &&
  proof.assertions.every(({ mutants, sessions }) => mutants + sessions > 0);
