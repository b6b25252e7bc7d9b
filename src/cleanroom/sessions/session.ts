/** Where something can be typed: the host's shell, a shell in a container, or a program's own prompt such as python3's. */
export type PromptKind = 'host' | 'container' | 'program';

/** A key, or two pressed one after the other, as a terminal sends them. */
export type Key = 'Ctrl-P' | 'Ctrl-Q' | 'Ctrl-D' | 'Ctrl-C' | 'Enter';

/** One line of a session; `line` counts from 1. `deadlineMs` is how long what it starts may take, or may be waited for. */
export type SessionItem =
  | {
      readonly kind: 'type';
      readonly line: number;
      readonly at: PromptKind;
      readonly text: string;
      readonly deadlineMs?: number;
    }
  | {
      readonly kind: 'keys';
      readonly line: number;
      readonly keys: readonly Key[];
      readonly deadlineMs?: number;
    }
  | {
      readonly kind: 'wait';
      readonly line: number;
      readonly text: string;
      readonly deadlineMs: number | undefined;
    }
  /** Nothing to recognise, such as before a key that ends a program which says nothing: time passes as it did for the student. */
  | { readonly kind: 'pause'; readonly line: number; readonly ms: number };

/** What a student did at a terminal, to be played again. `header` keeps its order; a name may come more than once. */
export interface Session {
  readonly header: readonly (readonly [name: string, value: string])[];
  readonly items: readonly SessionItem[];
}

/** What a problem says beside its line; which of them, the texts of each code tell. */
export type ProblemArgs = Readonly<Record<string, string>>;

/** Why a line could not be read or played. */
export interface SessionProblem {
  readonly line: number;
  readonly code: SessionProblemCode;
  readonly args: ProblemArgs;
  /** In English; `sessionProblemText` gives it in the reader's language. Not escaped. */
  readonly message: string;
}

export type SessionProblemCode =
  | 'session.syntax'
  | 'session.bad-wait'
  | 'session.bad-within'
  | 'session.unknown-key'
  | 'session.bad-duration'
  | 'session.control-character'
  | 'session.line-too-long'
  | 'session.too-many-lines'
  | 'session.wrong-prompt'
  | 'session.no-prompt'
  | 'session.text-not-seen'
  | 'session.terminal-ended'
  | 'session.too-much-output'
  | 'session.too-long';
