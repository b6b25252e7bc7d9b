import type { Json } from '../text/json';
import type { Language } from '../text/language';

export type BothLanguages = Readonly<Record<Language, string>>;

/** What a comment beside a check can say. */
export type Note = 'any-port' | 'env-values' | 'own-path';

/** A check that may become part of the lab; each of its assertions may still be left out. */
export interface Statement {
  readonly kind: string;
  readonly subject: Json;
  /** Keys that say where to look (`in`). */
  readonly place: Readonly<Record<string, Json>>;
  readonly asserts: Readonly<Record<string, Json>>;
  /** It says enough without any assertion. */
  readonly assertsPresence: boolean;
  readonly title: BothLanguages;
  readonly notes: readonly Note[];
  /** Shares its points among its assertions. */
  readonly partial?: true;
  readonly within?: string;
  /** Only where nothing else is left of its task. */
  readonly fallback?: true;
}

/** A task before its points. */
export interface DraftTask {
  readonly id: string;
  readonly title: BothLanguages;
  readonly statements: readonly Statement[];
  /** Assertions that did not hold on this host, or could not be found out: `image: verified`. */
  readonly leftOut?: readonly string[];
}

/** A lab on its way: what may be asserted of the host. */
export interface Proposal {
  readonly id: string;
  readonly lang: Language;
  readonly title: BothLanguages;
  readonly tasks: readonly DraftTask[];
}
