/** Why a report is not believed, or a key not used: stable codes, each with the values of its text. `docs/signing.md` lists them. */
export interface SigningProblems {
  readonly 'report.unreadable': { readonly detail: string };
  readonly 'report.too-large': { readonly mebibytes: number };
  readonly 'report.not-utf8': Readonly<Record<never, never>>;
  readonly 'report.not-json': { readonly detail: string };
  readonly 'report.duplicate-keys': Readonly<Record<never, never>>;
  readonly 'report.odd-number': { readonly number: string };
  readonly 'report.not-report': Readonly<Record<never, never>>;
  readonly 'report.newer-version': { readonly version: string };
  readonly 'report.contradictory': { readonly detail: string };
  readonly 'signature.missing': Readonly<Record<never, never>>;
  readonly 'signature.malformed': Readonly<Record<never, never>>;
  readonly 'signature.unknown-algorithm': { readonly algorithm: string };
  readonly 'signature.wrong-key': { readonly expected: string; readonly seen: string };
  readonly 'signature.changed': Readonly<Record<never, never>>;
  readonly 'signature.other-lab': { readonly expected: string; readonly seen: string };
  readonly 'signature.other-submission': { readonly expected: string; readonly seen?: string };
  readonly 'signature.too-old': { readonly takenAt: string; readonly notBefore: string };
  readonly 'key.unreadable': { readonly file: string; readonly detail: string; readonly near?: string };
  readonly 'key.not-private': { readonly from: string };
  readonly 'key.not-public': { readonly from: string };
  readonly 'key.exists': { readonly file: string };
  readonly 'key.unwritable': { readonly file: string; readonly detail: string };
  readonly 'key.none': Readonly<Record<never, never>>;
  readonly 'key.no-report': Readonly<Record<never, never>>;
}

export type SigningCode = keyof SigningProblems;

/** One of them; it is plain data, and its text is the command line's business. */
export type SigningProblem<C extends SigningCode = SigningCode> = {
  readonly [K in C]: { readonly code: K; readonly args: SigningProblems[K] };
}[C];
