/** Points that one check earned; `undecided` of them could not be decided, and are nobody's loss. */
export interface Points {
  readonly points: number;
  readonly max: number;
  readonly undecided: number;
}

export interface CheckPoints extends Points {
  readonly check: string;
  /** What each assertion is worth; only where the check is divided over them (`partial`). */
  readonly assertions?: readonly Points[];
}

export interface TaskPoints extends Points {
  readonly task: string;
  readonly bonus: boolean;
  readonly checks: readonly CheckPoints[];
}

/**
 * `reached`: the pass mark is reached. `below`: it is not. `incomplete`: something could not be found out, so there is no mark yet.
 */
export type GradeOutcome = 'reached' | 'below' | 'incomplete';

/** Invariants: 0 <= points <= max, points + undecided <= max, and never NaN; `max` is the lab's scale. */
export interface Grade extends Points {
  readonly lab: string;
  readonly outcome: GradeOutcome;
  readonly pass: number;
  readonly tasks: readonly TaskPoints[];
}
