import type { Message } from '../messages/message';
import type { Json } from '../text/json';

/**
 * `blocked`: something that it needs did not pass. `excused`: waived by the teacher.
 * `error`: we could not find out, which is never the student's fault.
 */
export const outcomes = ['passed', 'failed', 'blocked', 'excused', 'error'] as const;
export type Outcome = (typeof outcomes)[number];

export interface AssertionVerdict {
  readonly key: string;
  readonly outcome: 'passed' | 'failed' | 'blocked' | 'excused' | 'error';
  readonly expected: Json;
  /** Absent when nothing was seen. */
  readonly seen?: Json;
  readonly message?: Message;
}

export interface CheckVerdict {
  readonly check: string;
  readonly outcome: Outcome;
  readonly assertions: readonly AssertionVerdict[];
  /** Why it did not pass: the near miss where one is recognised. Absent when it passed. */
  readonly message?: Message;
  /** Keys of the facts that this verdict rests on. */
  readonly facts: readonly string[];
}

export interface TaskVerdict {
  readonly task: string;
  readonly outcome: Outcome;
  readonly checks: readonly CheckVerdict[];
}

/** What the judge says of one lab, in the lab's order. */
export interface LabVerdict {
  readonly lab: string;
  readonly tasks: readonly TaskVerdict[];
}
