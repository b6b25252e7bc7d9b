import type { ShownReports } from '../report/formats/format';

/** A student, as the roster names them. */
export interface Student {
  /** Unique in the class, of `[A-Za-z0-9._-]`, not beginning with a dot: names the student's file of results. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly section?: string;
}

/** Why a student could not be graded: ours or the entry's fault, never a low mark. */
export interface ClassProblem {
  /** Stable, such as `report.not-json` or `entry.no-such-file`. */
  readonly code: string;
  /** One sentence for the teacher, in the language of the run. Not escaped. */
  readonly text: string;
}

/**
 * What `vigie class grade` writes for one student, one JSON file each: `<results>/students/<id>.json`. Shards write to folders of their own, and
 * `vigie class merge` puts the files together.
 */
export interface ClassResult {
  readonly vigie: 'class-result';
  readonly version: 1;
  readonly student: Student;
  /** ISO 8601, UTC. */
  readonly gradedAt: string;
  /** What was graded, as the roster says it: kind, path, and SHA-256 (hex) of the file where it is one. Absent where the entry names nothing usable. */
  readonly source?: {
    readonly kind: 'report' | 'evidence' | 'engine' | 'submission';
    readonly from: string;
    readonly sha256?: string;
  };
  /** SHA-256 (hex) over all that this result follows from, the source's bytes apart: when it differs, `class grade` grades again. */
  readonly basis?: string;
  /** Absent when there was trouble with the whole entry. */
  readonly reports?: ShownReports;
  readonly problem?: ClassProblem;
}
