import { isJsonObject, type Json } from '../../text/json';
import type { Language } from '../../text/language';
import { joinList } from '../../text/list';
import { formatNumber } from '../../text/number';
import { formatSize, parseSize } from '../../text/size';
import { isList } from '../match/target';
import { wordsOf, type About } from './about';
import { tellWords } from './words';

/** A value that was seen or is asked for, in words: `never`, `512 MiB`, `has never been stopped`. A text is told as it is. */
export function tellValue(about: About, value: Json | undefined, language: Language): string {
  const word = tellWords[language];
  if (value === undefined || value === null) return word.nothing;
  if (isList(value)) {
    if (value.length === 0) return word.nothing;
    return joinList(
      value.map((item) => tellValue(about, item, language)),
      language,
    );
  }
  if (isJsonObject(value))
    return tellEntries(Object.entries(value), (_, inner) => tellInner(about, inner, language), language);
  return tellScalar(about, value, language);
}

/** `server : nginx ; date : rien` */
export function tellEntries(
  entries: readonly (readonly [string, Json])[],
  tell: (key: string, value: Json) => string,
  language: Language,
): string {
  const { nothing, colon, semicolon } = tellWords[language];
  if (entries.length === 0) return nothing;
  return entries.map(([key, value]) => `${key}${colon}${tell(key, value)}`).join(semicolon);
}

/** A document inside a document stands between brackets of its own. */
const tellInner = (about: About, value: Json, language: Language): string =>
  isJsonObject(value) ? `(${tellValue(about, value, language)})` : tellValue(about, value, language);

function tellScalar(about: About, value: boolean | number | string, language: Language): string {
  const word = tellWords[language];
  const named = wordsOf(about, language).values;
  const own = named && Object.hasOwn(named, String(value)) ? named[String(value)] : undefined;
  if (own !== undefined) return own;
  if (value === '') return word.empty;
  if (typeof value === 'boolean') return value ? word.yes : word.no;
  if (about.type === 'size') return tellSize(value, language);
  if (typeof value === 'string') return value;
  return about.unit === undefined
    ? formatNumber(value, language)
    : word[about.unit](value, formatNumber(value, language));
}

function tellSize(value: number | string, language: Language): string {
  const bytes = parseSize(value);
  if (!bytes.ok) return String(value);
  const [, amount = '', unit = ''] = /^([\d.]+)(.+)$/.exec(formatSize(bytes.value)) ?? [];
  return language === 'fr'
    ? `${amount.replace('.', ',')}\u00a0${unit === 'B' ? 'octets' : unit.replace('B', 'o')}`
    : `${amount} ${unit === 'B' ? 'bytes' : unit}`;
}
