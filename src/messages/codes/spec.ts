import type { Language } from '../../text/language';
import type { ExpectationMessages, Malformed, Sort } from './expectation';

type NoArgs = Readonly<Record<never, never>>;

/** Where a key stands. */
export type Place = 'lab' | 'task' | 'check' | 'title' | 'subject';

/** A word of a closed list that is not in it. */
export interface UnknownWord {
  readonly known: readonly string[];
  readonly nearest?: string;
}

/** The file cannot be read, or is not the kind of file that holds a lab. */
export interface LabFileMessages {
  'lab.no-labs-folder': { readonly folder: string };
  'lab.no-labs': { readonly folder: string };
  'lab.no-such-lab': UnknownWord & { readonly name: string };
  'lab.several-meant': { readonly name: string; readonly meant: readonly string[] };
  'lab.no-file': { readonly folder: string };
  'lab.same-id': { readonly id: string; readonly other: string };
  'lab.no-such-file': NoArgs;
  'lab.not-a-file': NoArgs;
  'lab.symlink-loop': NoArgs;
  'lab.unreadable': { readonly reason: string };
  'lab.too-large': { readonly limit: number };
  'lab.binary': NoArgs;
  'lab.empty': NoArgs;
  'lab.several-documents': NoArgs;
  'lab.not-a-mapping': { readonly found: Sort };
  'lab.too-deep': { readonly limit: number };
  'lab.too-many-parts': { readonly limit: number };
  'lab.too-many-aliases': { readonly limit: number };
  'lab.newer': { readonly version: number };
}

/** The text is not the YAML that it looks like. `syntax` is the parser's own code, `detail` its own words (English). */
export interface YamlMessages {
  'yaml.syntax': { readonly syntax: string; readonly detail: string };
  'yaml.duplicate-key': { readonly key: string; readonly line: number };
  'yaml.key-not-text': NoArgs;
  'yaml.unknown-alias': { readonly name: string };
  'yaml.merge': NoArgs;
}

/** A key or a value is not what its place takes. */
export interface StructureMessages {
  'key.unknown': UnknownWord & { readonly key: string; readonly place: Place; readonly kind?: string };
  'key.missing': { readonly key: string; readonly place: Place; readonly kind?: string };
  'value.sort': { readonly wanted: readonly Sort[]; readonly found: Sort };
  'value.unknown': UnknownWord & { readonly value: string };
  'value.too-small': { readonly minimum: number; readonly exclusive: boolean };
  'value.too-large': { readonly maximum: number };
  'value.malformed': { readonly value: string; readonly reason: Malformed; readonly part: string };
  'id.malformed': { readonly id: string };
  'text.empty': { readonly language?: Language };
  'list.empty': NoArgs;
}

/** Each part is well formed, together they make no sense. */
export interface MeaningMessages {
  'lab.no-tasks': NoArgs;
  'lab.points': { readonly sum: number; readonly scale: number };
  'lab.pass-above-scale': { readonly pass: number; readonly scale: number };
  'digest.malformed': { readonly digest: string };
  'mirror.malformed': { readonly mirror: string };
  'task.duplicate-id': { readonly id: string; readonly line: number };
  'task.unknown-need': UnknownWord & { readonly need: string };
  'task.needs-itself': NoArgs;
  'task.cycle': { readonly ids: readonly string[] };
  'task.no-checks': NoArgs;
  'task.no-weight': NoArgs;
  'check.duplicate-id': { readonly id: string; readonly line: number };
  'check.no-kind': UnknownWord & { readonly key?: string };
  'check.two-kinds': { readonly first: string; readonly second: string };
  /** The subject of a `port` check. */
  'check.no-port': { readonly value: string };
  /** No container or volume can have this name; `form`: what was probably meant. */
  'name.impossible': {
    readonly named: 'container' | 'volume';
    readonly value: string;
    readonly form?: string;
  };
  /** Nothing in a container has this path. */
  'name.no-path': { readonly value: string; readonly form?: string };
  'check.asserts-nothing': { readonly kind: string };
  'check.absent-and-more': { readonly key: string };
  /** That it did not happen can never be known: without a container, or of earlier ones too. */
  'check.event-never-known': NoArgs;
  'check.within-unchanging': { readonly kind: string };
  'check.same-as-attribute': UnknownWord & { readonly kind: string; readonly attribute: string };
}

/** Nothing is wrong, but it may not be what was meant. */
export interface WarningMessages {
  /** A network may be called so, but nobody does. */
  'name.unusual': { readonly value: string; readonly form?: string };
  /** That it was not done stays undecided: without a container, or of earlier ones too. */
  'check.event-never-lost': { readonly because: 'no-container' | 'earlier' };
}

/** All that `vigie lint` can say of a lab. */
export interface SpecMessages
  extends
    LabFileMessages,
    YamlMessages,
    StructureMessages,
    MeaningMessages,
    WarningMessages,
    ExpectationMessages {}
export type SpecCode = keyof SpecMessages;

/** One function a code: a missing translation does not compile. */
export type SpecTexts = { readonly [C in SpecCode]: (args: SpecMessages[C]) => string };
