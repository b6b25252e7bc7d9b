import type { Language } from '../../text/language';
import { isVersionRange } from '../../text/version';
import { isPattern } from '../match/literal';
import type { Scalar } from '../match/target';
import { comparedAs, isAmong, type About } from './about';
import { tellBound, type BoundName } from './bound';
import { quoted, tellPattern, verbPhrase } from './pattern';
import { joined, type Phrase } from './phrase';
import { tellValue } from './value';
import { tellWords } from './words';

/** A single value that is asked for. */
export function tellLiteral(about: About, value: Scalar, language: Language): Phrase {
  if (isPattern(comparedAs(about), value)) return tellPattern(about, value, language);
  const range =
    about.type === 'version' && typeof value === 'string' ? tellRange(about, value, language) : undefined;
  if (range) return range;
  const { but, not } = tellWords[language];
  const yes = tellValue(about, value, language);
  if (typeof value === 'boolean') return { yes, no: tellValue(about, !value, language) };
  return { yes, no: isAmong(about) ? not(yes) : but(yes) };
}

/** Part of a text. */
export const tellPart = (about: About, part: Scalar, language: Language): Phrase =>
  isPattern(comparedAs(about), part)
    ? tellPattern(about, part, language)
    : verbPhrase(about, tellWords[language].contains, quoted(String(part), language), language);

const boundNames: Readonly<Record<string, BoundName>> = { '>=': 'gte', '<=': 'lte', '>': 'gt', '<': 'lt' };

/** `>=20.10 <29`; other forms of a range (`^3`, `1.x`) are told as they are. */
function tellRange(about: About, range: string, language: Language): Phrase | undefined {
  const parts = range
    .trim()
    .replace(/([<>]=?)\s+/g, '$1')
    .split(/\s+/)
    .map((part) => /^([<>]=?)([\w.+-]+)$/.exec(part));
  if (!isVersionRange(range) || !parts.every((part) => part !== null)) return undefined;
  return joined(
    parts.map(([, sign = '', version = '']) =>
      tellBound(boundNames[sign] ?? 'gte', about, version, language),
    ),
    language,
  );
}
