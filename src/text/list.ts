import type { Language } from './language';

/** Joins texts as a sentence does: `a, b et c`, `a, b, and c`; with `or`: `a, b ou c`. */
export function joinList(items: readonly string[], language: Language, word: 'and' | 'or' = 'and'): string {
  const type = word === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(language, { type, style: 'long' }).format(items);
}
