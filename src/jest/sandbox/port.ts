import type { Language } from '../../text/language';

/**
 * The one way from a grader's sandbox to the run. Only text crosses: objects of another realm are not equal to what `toEqual` makes in
 * the sandbox, and a grader cannot reach the grader's own process through them.
 */
export interface SandboxPort {
  /** The language of the run. */
  readonly language: Language;
  /** JSON of the fact of this key: `{ value }` or `{ fault }`. */
  readonly fact: (key: string) => string;
  /** What is wrong with a fact; takes JSON of a fault, gives JSON of a `Said`. */
  readonly sayFault: (fault: string) => string;
  /** Judges `{ kind, subject, keys }`, as if a lab had said so. Gives JSON of a `Judged`. */
  readonly judge: (statement: string) => string;
  /** Is it in what the container logged? `wanted` is JSON of a `Wanted`; gives JSON of a `Judged`. */
  readonly searchLogs: (container: string, wanted: string) => string;
  /** JSON of all labs with their verdicts: `LabTests[]`. */
  readonly labs: () => string;
}

export interface Statement {
  readonly kind: string;
  readonly subject: string;
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
}
/** A pattern as labs write it, `/…/flags`, or a text to find. */
export type Wanted = { readonly pattern: string } | { readonly text: string };
/** A text in every language: evidence is read in other ones than that of the run which took it. */
export type Said = Readonly<Record<Language, string>>;
export interface Judged {
  readonly outcome: 'passed' | 'failed' | 'error';
  /** Empty where there is nothing to add. */
  readonly says: Said;
}

const key = Symbol.for('vigie.sandbox');

/** Puts the port where graders of this sandbox find it. */
export function openPort(sandbox: object, port: SandboxPort): void {
  Object.defineProperty(sandbox, key, { value: port });
}

/** The port of the sandbox that this code runs in. */
export function port(): SandboxPort {
  const found = (globalThis as { [key]?: SandboxPort })[key];
  if (!found) throw new Error('vigie/jest works in graders only: files that the Jest project "grade" runs.');
  return found;
}
