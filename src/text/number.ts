import type { Language } from './language';

/** Writes a mark or another small number: at most two decimals, no trailing zeros, no grouping (`12,5` or `12.5`). */
export function formatNumber(value: number, language: Language): string {
  // `+ 0` makes 0 of -0; a tiny negative number must not be shown as -0 either.
  const rounded = Math.abs(value) < 0.005 ? 0 : value + 0;
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(rounded);
}

/** Chooses the form of a word for a count, by the language's own rule: French has `0 point`, English `0 points`. */
export function plural<T>(
  count: number,
  forms: { readonly one: T; readonly other: T },
  language: Language,
): T {
  return new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
}
