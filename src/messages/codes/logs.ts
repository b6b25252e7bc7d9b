/** What `logs` checks say; `name` is the container's. */
export interface LogsMessages {
  'logs.empty': { readonly name: string };
  'logs.not-there': { readonly name: string };
  'logs.other-stream': { readonly name: string; readonly expected: 'stdout' | 'stderr' };
  /** What was asked for would have been typed, and nothing typed is kept without a terminal. */
  'logs.no-terminal': { readonly name: string };
  /** `exec`: a shell was opened with `docker exec`, of which no log tells. */
  'logs.nothing-typed': { readonly name: string; readonly exec?: true };
  'logs.not-typed': { readonly name: string; readonly exec?: true };
  /** apt asked whether to go on, and the answer was not yes: empty for Ctrl-D, `^C` for Ctrl-C. `yes` is the letter that it takes. */
  'logs.declined': {
    readonly name: string;
    readonly command: string;
    readonly yes: string;
    readonly answer: string;
  };
  /** apt asks whether to go on, and nobody has answered yet. */
  'logs.unanswered': { readonly name: string; readonly command: string; readonly yes: string };
  /** It was typed, and the console shows that it did not work: `said` is what was shown, or empty while it still runs. */
  'logs.ran-failed': { readonly name: string; readonly command: string; readonly said: string };
  /** The words are in the session, but not behind a prompt: a program printed them. */
  'logs.printed-not-typed': { readonly name: string };
}
