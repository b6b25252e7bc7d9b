import type { Outcome } from '../../judge/verdict';
import type { GradeOutcome } from '../../score/grade';
import type { Language } from '../../text/language';
import type { ClassProblem, Student } from '../class-result';

/**
 * A class at one moment: plain JSON, what `vigie class report --json` writes and `schema/gradebook.schema.json` describes. Texts are not escaped: names,
 * outputs and answers of students are in them. What is not defined (the mean of no marks, the discrimination of a check that all passed) is absent.
 */
export interface Gradebook {
  readonly vigie: 'gradebook';
  readonly version: 1;
  readonly language: Language;
  /** Version of the program that wrote it. */
  readonly grader: string;
  /** When the newest of its results was graded: ISO 8601, UTC. Absent when nothing was read. */
  readonly until?: string;
  /** By id. */
  readonly labs: readonly GradebookLab[];
  /** Marks of those who have one, in percent of what they could reach. */
  readonly total: MarkStatistics;
  /** By id. */
  readonly students: readonly GradebookStudent[];
  readonly notRead: readonly NotRead[];
  readonly copies: readonly Copy[];
  /** Only when an earlier gradebook was given. */
  readonly changes?: Changes;
}

export interface GradebookLab {
  readonly id: string;
  readonly title: string;
  readonly max: number;
  readonly pass: number;
  /**
   * At least half of the graded students have it. Of such a lab everybody else misses a mark; any other counts in no total, so that no report of
   * one student can change what is asked of all.
   */
  readonly common: boolean;
  /** More than one: the lab was changed in between, and not all marks are of the same lab. */
  readonly versions: readonly { readonly hash: string; readonly students: number }[];
  readonly incomplete: number;
  /** Graded students without a report of this lab. */
  readonly missing: number;
  readonly reached: number;
  readonly marks: MarkStatistics;
  /** In the lab's order. */
  readonly checks: readonly GradebookCheck[];
}

/** Over decided marks only. */
export interface MarkStatistics {
  readonly count: number;
  readonly mean?: number;
  readonly median?: number;
  /** Of this class, not of a sample: divided by the count. */
  readonly deviation?: number;
  readonly least?: number;
  readonly most?: number;
  /** Ten classes of a tenth of the maximum each; what lies on a boundary belongs to the upper one, the maximum to the last. */
  readonly bins: readonly number[];
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface GradebookCheck extends OutcomeCounts {
  readonly id: string;
  readonly task: string;
  readonly title: string;
  readonly max: number;
  readonly hidden: boolean;
  /** Share of those decided (passed, failed, blocked) who passed: 1 is easy, 0 is hard. */
  readonly difficulty?: number;
  /**
   * Point-biserial correlation of passing with the points of the rest of the lab: 1 good students pass and others do not, 0 unrelated, below 0 the wrong way
   * round. Over students whose mark is decided. Absent when all or none passed, or when the rest was worth the same to all.
   */
  readonly discrimination?: number;
  /** How many students the discrimination is of. */
  readonly decided: number;
  /** Why it did not pass, the most frequent first. */
  readonly diagnoses: readonly Diagnosis[];
}

export interface Diagnosis {
  readonly code: string;
  readonly count: number;
  /** As the first student by id was told it. */
  readonly text: string;
}

export interface GradebookStudent extends Student {
  readonly gradedAt: string;
  /** `reached`: in every common lab. `incomplete`: a common lab is undecided or missing, and there is no total. */
  readonly outcome: GradeOutcome;
  readonly points?: number;
  readonly max?: number;
  /** Ids of common labs of which there is no report. */
  readonly missing: readonly string[];
  /** The whole entry could not be graded. */
  readonly problem?: ClassProblem;
  readonly labs: readonly StudentLab[];
}

export interface StudentLab {
  readonly lab: string;
  readonly outcome: GradeOutcome;
  /** Certain points; a mark only when the outcome is not `incomplete`. */
  readonly points: number;
  readonly max: number;
  readonly undecided: number;
  readonly takenAt: string;
  /** For an incomplete mark what could not be found out, else what did not hold; capped. */
  readonly reasons: readonly string[];
}

export type NotReadCode =
  | `result.${'unreadable' | 'too-large' | 'not-json' | 'not-result' | 'newer-version' | 'damaged'}`
  | 'result.other-name'
  | 'result.lab-twice'
  | 'result.too-many-checks';

/** A file of the results that is none, with its reason. */
export interface NotRead {
  readonly file: string;
  readonly code: NotReadCode;
  readonly detail: string;
}

/** One file, one look at a host, one container or engine under several names: a reason to look, never a verdict. */
export interface Copy {
  readonly what: 'file' | 'look' | 'container' | 'engine';
  /** SHA-256 of the file, the moment of the look, or what the engine calls it. */
  readonly id: string;
  readonly students: readonly Pick<Student, 'id' | 'name'>[];
}

export interface Changes {
  /** When the newest result of the earlier gradebook was graded. */
  readonly since?: string;
  readonly list: readonly Change[];
}

/**
 * `undecided`: there was a mark, and now it is incomplete or the file cannot be read; the earlier mark stays valid. `gone`: no result of that student at all.
 */
export interface Change {
  readonly student: string;
  readonly name: string;
  readonly what: 'new' | 'gone' | 'first-mark' | 'mark' | 'undecided';
  readonly lab?: string;
  readonly from?: number;
  readonly to?: number;
}
