import type { Texts } from '../messages/catalogue';
import type * as En from '../messages/en';
import type * as Fr from '../messages/fr';
import type { Locale } from '../report/shown/explain';
import type { Language } from '../text/language';

export const localeOf = (language: Language): Locale => ({ language, texts: textsOf(language) });

/** A run speaks one language: only its texts are loaded. */
function textsOf(language: Language): Texts {
  /* eslint-disable @typescript-eslint/no-require-imports -- see above */
  switch (language) {
    case 'fr':
      return (require('../messages/fr') as typeof Fr).texts;
    case 'en':
      return (require('../messages/en') as typeof En).texts;
  }
}
