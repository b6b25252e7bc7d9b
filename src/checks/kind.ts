import type { Fact } from '../evidence/evidence';
import type { FactValue } from '../evidence/facts';
import type { Fault } from '../evidence/fault';
import type { Request } from '../evidence/request';
import type { Message } from '../messages/message';
import type { Check, Lab } from '../spec/lab';
import type { Json } from '../text/json';
import type { Language } from '../text/language';
import type { Attribute, Parameter, SubjectKey } from './attribute';

/** Reads facts from the evidence; the same request always gives the same fact. */
export type Look = <R extends Request>(request: R) => Fact<FactValue<R['fact']>>;

/** What a kind sees of the check that it judges. */
export interface CheckInput {
  readonly check: Check;
  readonly lab: Lab;
}

/**
 * The resource that a check names, as the evidence shows it.
 * `missing`: it is not there, `message` says so or names the near miss. `cause` names what is missing (`container/ubuntu`): checks
 * that miss the same thing are told once, the later ones are blocked by the first. `place`: what is missing is not the resource but the
 * place where it is looked for, such as its container; then `exists: false` does not hold either.
 */
export type Opened<S> =
  | { readonly found: S }
  | { readonly missing: Message; readonly cause?: string; readonly place?: true }
  | { readonly fault: Fault };

/** An assertion that did not hold, as near-miss rules see it. */
export interface Miss {
  readonly key: string;
  readonly expected: Json;
  readonly seen: Json | undefined;
}

export interface Diagnosis<S> extends CheckInput {
  readonly resource: S;
  readonly misses: readonly Miss[];
  readonly look: Look;
}

/** A kind of check: one file in `kinds/`, found by its name. Pure: evidence in, values out. */
export interface CheckKind<S = unknown> {
  readonly kind: string;
  /** What students read for it. */
  readonly name: Readonly<Record<Language, string>>;
  /** One English sentence for the reference page. */
  readonly describe: string;
  /** What the first key's value is. */
  readonly subject: {
    readonly type: 'string' | 'object' | 'string-or-object' | 'string-or-list';
    readonly describe: string;
    /** Where the subject is an object: its keys. */
    readonly keys?: Readonly<Record<string, SubjectKey>>;
    /** Where the subject is a text: it may also be a `/pattern/`. */
    readonly pattern?: true;
    readonly example: Json;
  };
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly attributes: Readonly<Record<string, Attribute<S>>>;
  /** Naming the resource already asserts that it is there, so no other assertion is needed. */
  readonly assertsPresence: boolean;
  /** What has to be asked of the host; also what the near-miss rules look at. */
  readonly needs: (input: CheckInput) => readonly Request[];
  readonly open: (input: CheckInput, look: Look) => Opened<S>;
  /** What is said of a resource that is there and should not be, where `is still there` is not the word for it. */
  readonly unwanted?: (resource: S) => Message;
  /**
   * What others miss because of what this check fails for: the cause that they name. Such a check is never blocked itself, since it is
   * about the cause and may have points for the rest. `told`: what it says.
   */
  readonly tells?: (diagnosis: Diagnosis<S>, told: Message | undefined) => string | undefined;
  /** Near misses of this kind, the most telling first; the first that recognises the case explains it. */
  readonly nearMisses: readonly ((diagnosis: Diagnosis<S>) => Message | undefined)[];
}

/** A kind's own resource type is its own business; the registry only ever passes it back to the kind. */
export const defineKind = <S>(kind: CheckKind<S>): CheckKind => kind as unknown as CheckKind;
