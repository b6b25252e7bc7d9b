/** What `logs` checks say; `name` is the container's. */
export interface LogsMessages {
  'logs.empty': { readonly name: string };
  'logs.not-there': { readonly name: string };
  'logs.other-stream': { readonly name: string; readonly expected: 'stdout' | 'stderr' };
  /** What was asked for would have been typed, and nothing typed is kept without a terminal. */
  'logs.no-terminal': { readonly name: string };
  'logs.nothing-typed': { readonly name: string };
  'logs.not-typed': { readonly name: string };
  /** It was typed, and the console shows that it did not work: `said` is what was shown, or empty while it still runs. */
  'logs.ran-failed': { readonly name: string; readonly command: string; readonly said: string };
  /** The words are in the session, but not behind a prompt: a program printed them. */
  'logs.printed-not-typed': { readonly name: string };
}
