import type { Language } from '../../text/language';

export interface JestMessages {
  /** An expectation of a hand-written test does not hold; `said` is the test's own message; `texts` has it by language, where it is known so. */
  'jest.failed': { readonly said: string; readonly texts?: Readonly<Partial<Record<Language, string>>> };
}
