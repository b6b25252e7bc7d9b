import type { Problem } from '../../spec/problem';
import { excerptAt, positionAt, type Range, type Source } from '../../spec/source';

type NoArgs = Readonly<Record<never, never>>;

interface UnknownKey {
  readonly key: string;
  readonly known: readonly string[];
  readonly nearest?: string;
}

/** The roster as a whole cannot be used. */
export interface RosterMessages {
  'roster.unreadable': { readonly reason: string };
  'roster.not-a-file': NoArgs;
  'roster.too-large': { readonly limit: number };
  'roster.binary': NoArgs;
  'roster.empty': NoArgs;
  'roster.several-documents': NoArgs;
  'roster.not-a-mapping': NoArgs;
  'roster.too-deep': { readonly limit: number };
  'roster.too-many-parts': { readonly limit: number };
  'roster.too-many-aliases': { readonly limit: number };
  'roster.newer': { readonly version: number };
  'roster.version': NoArgs;
  'roster.unknown-key': UnknownKey;
  'roster.missing-key': { readonly key: string };
  'roster.labs': NoArgs;
  'roster.no-students': NoArgs;
}

/** How a name or another text for people cannot be. */
export type UnsafeText = 'empty' | 'too-long' | 'control' | 'direction' | 'formula' | 'markup';

/** One entry cannot be used; the others can. */
export interface EntryMessages {
  'entry.not-a-mapping': NoArgs;
  'entry.yaml': { readonly detail: string };
  'entry.unknown-key': UnknownKey;
  'entry.duplicate-key': { readonly key: string; readonly line: number };
  'entry.duplicate-name': { readonly line: number };
  'entry.duplicate-id': { readonly id: string; readonly line: number };
  'entry.no-id': NoArgs;
  'entry.bad-id': { readonly id: string };
  'entry.bad-text': { readonly key: string; readonly reason: UnsafeText };
  'entry.bad-email': NoArgs;
  'entry.no-source': NoArgs;
  'entry.several-sources': { readonly keys: readonly string[] };
  'entry.answers-without-engine': NoArgs;
}

interface Placed {
  readonly file: string;
  /** Absent where the trouble is the file itself. */
  readonly at?: NonNullable<Problem['at']>;
  readonly excerpt?: NonNullable<Problem['excerpt']>;
}

type ProblemOf<M> = { [C in keyof M]: Placed & { readonly code: C; readonly args: M[C] } }[keyof M];

/** One message of a whole roster, or what the lab language also says of bad YAML. */
export type RosterProblem = ProblemOf<RosterMessages> | Extract<Problem, { code: `yaml.${string}` }>;
export type EntryProblem = ProblemOf<EntryMessages>;

/** Where a range of the roster is, as problems say it. */
export function placeAt(source: Source, range: Range): Placed {
  const excerpt = excerptAt(source, range);
  return {
    file: source.file,
    at: { ...positionAt(source, range.start), length: excerpt.length },
    excerpt,
  };
}
