import type { RoomTrouble, Session } from '../cleanroom';

/** What is handed in: a session, a bash script, a compose file, or a folder with a Dockerfile. */
export type SubmissionKind = 'session' | 'script' | 'compose' | 'dockerfile';

/** One file of a submission. `path` is relative to its folder, with `/`. */
export interface SubmissionFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isExecutable: boolean;
}

/** A submission that can be played. Whatever its kind, it is played as a session: what a student would have typed. */
export interface Submission {
  readonly kind: SubmissionKind;
  /** All that reaches the room, and nothing else of the machine. */
  readonly files: readonly SubmissionFile[];
  readonly session: Session;
  /** Over all files, in hex. */
  readonly sha256: string;
}

/** Why a submission is not played; the texts are in `words`. `path` is as it was given. */
export interface SubmissionProblem {
  readonly code:
    | 'submission.no-such-file'
    | 'submission.unreadable'
    | 'submission.not-a-file'
    | 'submission.bad-name'
    | 'submission.link-outside'
    | 'submission.too-large'
    | 'submission.too-many-files'
    | 'submission.unknown-kind'
    | 'submission.ambiguous'
    | 'submission.bad-session'
    | 'submission.no-compose'
    | 'submission.no-clean-room'
    | 'submission.not-graded';
  readonly args: {
    readonly path: string;
    readonly detail: string;
    /** What went wrong with its room; only where that was played in and could not be looked at. */
    readonly trouble?: readonly RoomTrouble[];
  };
}
