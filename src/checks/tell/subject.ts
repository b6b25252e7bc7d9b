import { isJsonObject, type Json } from '../../text/json';
import type { Language } from '../../text/language';
import { isPatternText } from '../../text/pattern';
import { plainText } from '../../text/plain-text';
import type { Parameter } from '../attribute';
import { kindName } from '../attribute-name';
import { kinds } from '../registry';
import { isList } from '../match/target';
import { tellExpected } from './expected';
import { tellValue } from './value';

/** What a check names, as one would say it: `conteneur : ubuntu, port : 80`; a command as it is typed. */
export function tellSubject(kind: string | undefined, subject: Json, language: Language): string {
  const known = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind]?.subject : undefined;
  if (isList(subject)) return subject.map(plainText).join(' ');
  if (!isJsonObject(subject)) return tellPart(known, subject, language);
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return Object.entries(subject)
    .map(([key, value]) => {
      const part = known?.keys && Object.hasOwn(known.keys, key) ? known.keys[key] : undefined;
      const said = tellPart(part, value, language);
      return `${part?.name[language] ?? key}${colon} ${isJsonObject(value) ? `(${said})` : said}`;
    })
    .join(', ');
}

/** `conteneur ubuntu`, `page web, conteneur : ubuntu, port : 80` */
export function tellResource(kind: string, subject: Json, language: Language): string {
  const said = tellSubject(kind, subject, language);
  return `${kindName(kind, language)}${isJsonObject(subject) ? ',' : ''} ${said}`;
}

const about = { type: 'string', shape: 'one' } as const;

const tellPart = (place: Pick<Parameter, 'pattern'> | undefined, value: Json, language: Language): string =>
  place?.pattern === true && typeof value === 'string' && isPatternText(value)
    ? tellExpected(about, value, language)
    : tellValue(about, value, language);
