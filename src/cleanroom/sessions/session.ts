/** Where something can be typed: the host's shell, a shell in a container, or a program's own prompt such as python3's. */
export type PromptKind = 'host' | 'container' | 'program';

/** A key, or two pressed one after the other, as a terminal sends them. */
export type Key = 'Ctrl-P' | 'Ctrl-Q' | 'Ctrl-D' | 'Ctrl-C' | 'Enter';

/** One line of a session; `line` counts from 1. */
export type SessionItem =
  | { readonly kind: 'type'; readonly line: number; readonly at: PromptKind; readonly text: string }
  | { readonly kind: 'keys'; readonly line: number; readonly keys: readonly Key[] }
  | {
      readonly kind: 'wait';
      readonly line: number;
      readonly text: string;
      readonly deadlineMs: number | undefined;
    };

/** What a student did at a terminal, to be played again. `header` keeps its order; a name may come more than once. */
export interface Session {
  readonly header: readonly (readonly [name: string, value: string])[];
  readonly items: readonly SessionItem[];
}

/** Why a line could not be read or played. */
export interface SessionProblem {
  readonly line: number;
  readonly code:
    | 'session.syntax'
    | 'session.unknown-key'
    | 'session.bad-duration'
    | 'session.wrong-prompt'
    | 'session.no-prompt'
    | 'session.text-not-seen'
    | 'session.terminal-ended';
  readonly message: string;
}
