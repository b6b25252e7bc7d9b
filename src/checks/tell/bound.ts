import type { Json } from '../../text/json';
import type { Language } from '../../text/language';
import type { About } from './about';
import type { Phrase } from './phrase';
import { tellValue } from './value';
import { tellWords } from './words';

export type BoundName = 'gt' | 'gte' | 'lt' | 'lte';

const opposites = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' } as const;

/** `at least once`, denied `less than once`. */
export function tellBound(name: BoundName, about: About, limit: Json, language: Language): Phrase {
  const { bounds } = tellWords[language];
  // `at least never` is no bound.
  const value = limit === 0 ? '0' : tellValue(about, limit, language);
  return { yes: `${bounds[name]} ${value}`, no: `${bounds[opposites[name]]} ${value}` };
}
