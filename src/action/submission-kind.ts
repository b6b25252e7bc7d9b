/** What a submission is, by what is in it; `replay`: it is played, a session, a script, a compose file or a folder. */
export type SubmissionKind = 'evidence' | 'report' | 'replay';

/** Told by the first words of the file: what is JSON says what it is, within its first lines; what can be played is lines of text. */
export function submissionKind(beginning: string): SubmissionKind | undefined {
  const named = /^\s*\{\s*"vigie"\s*:\s*"(\w+)"/.exec(beginning)?.[1];
  switch (named) {
    case 'evidence':
      return 'evidence';
    case 'report':
    case 'reports':
      return 'report';
    case undefined:
      return /^\s*[[{]/.test(beginning) || beginning.includes('\0') || beginning.trim() === ''
        ? undefined
        : 'replay';
    default:
      return undefined;
  }
}
