import type { Student } from '../class-result';
import type { EntryProblem } from './problem';

/** What a student is graded by. Paths are as the roster has them: relative to its folder. */
export type Source =
  | { readonly kind: 'report' | 'evidence' | 'submission'; readonly from: string }
  /** `from` is a DOCKER_HOST url or the name of a docker context; `answers` the file with the student's answers. */
  | { readonly kind: 'engine'; readonly from: string; readonly answers?: string };

/** A student to grade, or an entry of which we only know what is wrong with it. */
export type Entry =
  | { readonly student: Student; readonly source: Source }
  | { readonly student: Student; readonly source?: Source; readonly problem: EntryProblem };

/** A class, in the roster's order. Every student's id is there once, also in other case: ids name files. */
export interface Roster {
  /** Ids of labs, or paths relative to the roster; at least one. */
  readonly labs: readonly string[];
  readonly entries: readonly Entry[];
}

/** Ids that we give to entries without a usable one; no student can have such an id. */
export const badEntryPrefix = 'bad-entry-';
