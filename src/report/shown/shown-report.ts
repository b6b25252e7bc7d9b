import type { EngineFact } from '../../evidence/facts';
import type { Outcome } from '../../judge/verdict';
import type { GradeOutcome, Points } from '../../score/grade';
import type { Json, JsonObject } from '../../text/json';
import type { Language } from '../../text/language';

/**
 * What a reader may see of a report, in one language: plain JSON, without what the author hides. `report.json` holds it, `schema/report.schema.json`
 * describes it, and every format lays it out. Texts are not escaped: names, outputs and answers of students are in them.
 */
export interface ShownReport extends Points {
  readonly vigie: 'report';
  readonly version: 1;
  readonly language: Language;
  /** Version of the grader that judged. */
  readonly grader: string;
  readonly lab: ShownLab;
  /** Absent when the engine could not be identified. */
  readonly engine?: EngineFact;
  readonly endpoint: string;
  /** When the host was looked at: ISO 8601, UTC; and for how long. */
  readonly takenAt: string;
  readonly tookMs: number;
  readonly outcome: GradeOutcome;
  readonly tasks: readonly ShownTask[];
  /** Where a submission was played: how. Of several reports of one replay the first has it. */
  readonly replay?: ShownReplay;
}

/** How a submission was played in a clean room. Its texts are the student's and not escaped. */
export interface ShownReplay {
  readonly kind: 'session' | 'script' | 'compose' | 'dockerfile';
  /** Over all files of the submission, in hex. */
  readonly sha256: string;
  /** What was typed and shown, at most 64 Ki characters: where it is cut, its middle is left out. */
  readonly transcript: { readonly text: string; readonly isCut: boolean };
  /** Why it was not played to its end; what it did until then was graded. */
  readonly problem?: { readonly code: string; readonly line: number; readonly text: string };
  /** What went wrong with the disposable engine meanwhile, whatever became of the session; at least one where it is there. */
  readonly trouble?: readonly ShownTrouble[];
  /** In milliseconds: until the room was there, until the last line was over, until it was looked at, until nothing was left of it. */
  readonly timings: {
    readonly startMs: number;
    readonly replayMs: number;
    readonly gradeMs: number;
    readonly cleanMs: number;
  };
}

export interface ShownTrouble {
  readonly code: string;
  readonly text: string;
}

export interface ShownLab {
  readonly id: string;
  readonly title: string;
  readonly hash: string;
  readonly file: string;
  readonly scale: number;
  readonly pass: number;
}

export interface ShownTask extends Points {
  readonly id: string;
  readonly title: string;
  /** The part of the course that teaches it. */
  readonly course?: string;
  readonly needs: readonly string[];
  readonly bonus: boolean;
  readonly outcome: Outcome;
  readonly at: Place;
  readonly checks: readonly ShownCheck[];
}

export interface ShownCheck extends Points {
  readonly id: string;
  /** Kind and subject are absent when it is hidden. */
  readonly kind?: string;
  readonly subject?: Json;
  readonly title: string;
  readonly hidden: boolean;
  readonly outcome: Outcome;
  readonly message?: ShownMessage;
  /** An earlier check that was told the very same: one mistake is explained once. */
  readonly sameAs?: string;
  /** The author's hint; may have several lines. */
  readonly advice?: string;
  /** Our own hint. */
  readonly hint?: string;
  /** What to type, one line after another; only where the lab reveals commands. */
  readonly command?: string;
  /** Assertions that do not hold, in words. */
  readonly differences: readonly Difference[];
  readonly at: Place;
  readonly assertions: readonly ShownAssertion[];
  /** Which facts about the host this verdict rests on. */
  readonly facts: readonly string[];
}

export interface ShownAssertion {
  readonly id: string;
  readonly key: string;
  readonly outcome: Outcome;
  /** Only where the check is divided over its assertions. */
  readonly points?: number;
  readonly max?: number;
  /** Absent where it is for the student to find. Long texts in it are cut. */
  readonly expected?: Json;
  readonly seen?: Json;
  readonly message?: ShownMessage;
  readonly at: Place;
}

export interface ShownMessage {
  readonly code: string;
  readonly args: JsonObject;
  readonly text: string;
}

/** An assertion that does not hold, in words; of long texts the first difference. */
export interface Difference {
  readonly key: string;
  readonly expected: string;
  readonly seen: string;
}

/** Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
