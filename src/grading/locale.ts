import { texts as en } from '../messages/en';
import { texts as fr } from '../messages/fr';
import type { Locale } from '../report/explain';
import type { Language } from '../text/language';

const catalogues = { fr, en } as const;

export const localeOf = (language: Language): Locale => ({ language, texts: catalogues[language] });
