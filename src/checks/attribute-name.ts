import type { Language } from '../text/language';
import { kinds } from './registry';

const presence: Readonly<Record<Language, string>> = { fr: 'présence', en: 'presence' };

/** What a reader calls a kind of check. */
export const kindName = (kind: string, language: Language): string =>
  (Object.hasOwn(kinds, kind) ? kinds[kind]?.name[language] : undefined) ?? kind;

/** What a reader calls a key of a check: `ports publiés`. One that this version does not know, as in an older report, is called as it is. */
export function attributeName(kind: string | undefined, key: string, language: Language): string {
  const attributes = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind]?.attributes : undefined;
  const attribute = attributes && Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  if (attribute) return attribute.name[language];
  return key === 'exists' ? presence[language] : key;
}
