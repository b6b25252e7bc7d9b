export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text of a lab's author: one for all languages, or one a language. */
export type Localized = string | Readonly<Partial<Record<Language, string>>>;

/** The author's text in `language`, else in the lab's own language, else in any that is there. */
export function localize(text: Localized, language: Language, fallback: Language = 'fr'): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text[fallback] ?? Object.values(text)[0] ?? '';
}

/** LC_ALL, LC_MESSAGES and LANG decide, as everywhere; French for a course that is French, unless they say English. */
export function languageFrom(env: Readonly<Record<string, string | undefined>>, wish?: string): Language {
  if (wish === 'fr' || wish === 'en') return wish;
  const locale = env['VIGIE_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'fr';
}
