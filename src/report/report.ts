import type { EngineFact } from '../evidence/facts';
import type { AssertionVerdict, Outcome } from '../judge/verdict';
import type { Message } from '../messages/message';
import type { Remedy } from '../remedy/remedy';
import type { GradeOutcome, Points } from '../score/grade';
import type { Position, Reveal } from '../spec/lab';
import type { Json } from '../text/json';
import type { Language, Localized } from '../text/language';

/** All that any report shows: formats only choose and lay out, nothing is computed twice. Points are on the lab's scale. */
export interface Report {
  readonly vigie: 'report';
  readonly version: 1;
  /** Version of the grader that judged. */
  readonly grader: string;
  readonly lab: {
    readonly id: string;
    readonly title: Localized;
    readonly lang: Language;
    readonly hash: string;
    readonly file: string;
    readonly scale: number;
    readonly pass: number;
  };
  /** Absent when the engine could not be identified. */
  readonly engine?: EngineFact;
  readonly endpoint: string;
  /** When the host was looked at: ISO 8601, UTC; and for how long. */
  readonly takenAt: string;
  readonly tookMs: number;
  readonly outcome: GradeOutcome;
  readonly points: number;
  readonly max: number;
  readonly undecided: number;
  readonly tasks: readonly ReportTask[];
}

export interface ReportTask extends Points {
  readonly id: string;
  readonly title: Localized;
  readonly course?: Localized;
  readonly needs: readonly string[];
  readonly bonus: boolean;
  readonly outcome: Outcome;
  readonly at: Position;
  readonly checks: readonly ReportCheck[];
}

export interface ReportCheck extends Points {
  readonly id: string;
  readonly kind: string;
  readonly subject: Json;
  readonly title?: Localized;
  readonly outcome: Outcome;
  readonly message?: Message;
  /** The author's own hint; it goes before ours. */
  readonly hint?: Localized;
  /** What to do about it, planned from all that is known of the host. */
  readonly remedy?: Remedy;
  readonly reveal: Reveal;
  readonly hidden: boolean;
  readonly at: Position;
  readonly assertions: readonly ReportAssertion[];
  /** Which facts about the host this verdict rests on. */
  readonly facts: readonly string[];
}

export interface ReportAssertion extends AssertionVerdict {
  readonly at: Position;
  /** Only where the check is divided over its assertions. */
  readonly points?: number;
  readonly max?: number;
}
