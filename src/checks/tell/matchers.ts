import type { Json } from '../../text/json';
import type { Language } from '../../text/language';
import { subjectText } from '../../text/plain-text';
import { attributeName } from '../attribute-name';
import type { MatcherName } from '../match/matchers';
import { asList, isList, isScalar } from '../match/target';
import { parseSameAs } from '../same-as';
import { isAmong, type About } from './about';
import { tellBound, type BoundName } from './bound';
import { tellLiteral, tellPart } from './literal';
import { tellPattern } from './pattern';
import { denied, joined, type Phrase } from './phrase';
import { tellValue } from './value';
import { tellWords } from './words';

/** How an expectation inside of a matcher is told. */
export type Tell = (about: About, expected: Json, language: Language) => Phrase;
type Say = (about: About, argument: Json, language: Language, tell: Tell) => Phrase;

const anyOf: Say = (about, argument, language, tell) => {
  const items = asList(argument);
  const phrase = joined(
    items.map((item) => tell(about, item, language)),
    language,
    'or',
  );
  if (items.length < 2 || !items.every(isScalar)) return phrase;
  const { neither } = tellWords[language];
  return { ...phrase, no: neither(items.map((item) => tellLiteral(about, item, language).yes)) };
};

const allOf: Say = (about, argument, language, tell) =>
  joined(
    asList(argument).map((item) => tell(about, item, language)),
    language,
  );

const bound =
  (name: BoundName): Say =>
  (about, limit, language) =>
    tellBound(name, about, limit, language);

const only: Say = (about, argument, language, tell) => {
  const word = tellWords[language];
  if (isList(argument) && argument.length === 0) return { yes: word.nothing, no: word.anything };
  const { yes } = allOf(about, argument, language, tell);
  return { yes: word.only(yes), no: word.notOnly(yes) };
};

const contains: Say = (about, argument, language, tell) =>
  joined(
    asList(argument).map((item) =>
      isScalar(item) && !isAmong(about) ? tellPart(about, item, language) : tell(about, item, language),
    ),
    language,
  );

const equals: Say = (about, argument, language) => {
  const { but, inOrder } = tellWords[language];
  const said = tellValue(about, argument, language);
  const yes = isList(argument) && argument.length > 1 ? inOrder(said) : said;
  return { yes, no: but(yes) };
};

const sameAs: Say = (_about, argument, language) => {
  const word = tellWords[language];
  const reference = typeof argument === 'string' ? parseSameAs(argument) : undefined;
  if (!reference) return { yes: word.anything, no: word.nothing };
  const { kind, attribute, key, check } = reference;
  const name = attributeName(kind, attribute, language);
  const yes = word.sameAs(key === undefined ? name : `${name}, ${key}`, subjectText(check.subject));
  return { yes, no: word.but(yes) };
};

export const matcherPhrases: Readonly<Record<MatcherName, Say>> = {
  not: (about, argument, language, tell) => denied(tell(about, argument, language)),
  any: anyOf,
  none: (about, argument, language, tell) => denied(anyOf(about, argument, language, tell)),
  all: allOf,
  only,
  contains,
  matches: (about, argument, language) =>
    joined(
      asList(argument).map((item) => tellPattern(about, typeof item === 'string' ? item : '', language)),
      language,
    ),
  equals,
  gt: bound('gt'),
  gte: bound('gte'),
  lt: bound('lt'),
  lte: bound('lte'),
  size: (about, argument, language, tell) =>
    tell(
      { type: 'number', shape: 'one', unit: isAmong(about) ? 'elements' : 'characters' },
      argument,
      language,
    ),
  exists: (_about, argument, language) => {
    const { anything, nothing } = tellWords[language];
    return argument === false ? { yes: nothing, no: anything } : { yes: anything, no: nothing };
  },
  'same-as': sameAs,
};
