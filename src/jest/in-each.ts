import type { Said } from './sandbox/port';
import type { Language } from '../text/language';

/** The same in every language; another language does not compile without its text. */
export const inEach = (say: (language: Language) => string): Said => ({ fr: say('fr'), en: say('en') });
