import type { Language } from './language';

const decimalSign: Readonly<Record<Language, string>> = { fr: ',', en: '.' };

/**
 * Writes a mark or another small number: at most two decimals, no trailing zeros, no grouping (`12,5` or `12.5`). By hand, since the
 * first `Intl.NumberFormat` of a process costs it as much as reading a lab.
 */
export function formatNumber(value: number, language: Language): string {
  // `+ 0` makes 0 of -0.
  const rounded = Math.round(value * 100) / 100 + 0;
  return String(rounded).replace('.', decimalSign[language]);
}

/** Chooses the form of a word for a count, by the language's own rule: French has `0 point`, English `0 points`. */
export function plural<T>(
  count: number,
  forms: { readonly one: T; readonly other: T },
  language: Language,
): T {
  return new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
}
