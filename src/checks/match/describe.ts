import { isJsonObject, type Json } from '../../text/json';
import type { Language } from '../../text/language';
import { joinList } from '../../text/list';
import { isMatcherName, type MatcherName } from './matchers';
import { asList, isList } from './target';

/** An expectation in a few words of a language: `≥ 1`, `not 80:80`, `a or b`. Plain text: whoever prints it escapes it. */
export function expectedText(expected: Json, language: Language): string {
  if (isList(expected))
    return expected.length === 0 ? words[language].nothing : joined(expected, language, 'and');
  if (!isJsonObject(expected)) return literalText(expected, language);
  const entries = Object.entries(expected);
  if (entries.length === 0) return words[language].nothing;
  const parts = entries.map(([key, value]) =>
    isMatcherName(key) ? matcherText[key](value, language) : `${key}: ${expectedText(value, language)}`,
  );
  return parts.length === 1 || !entries.every(([key]) => isMatcherName(key))
    ? parts.join(', ')
    : joinList(parts, language);
}

const words = {
  fr: {
    nothing: 'rien',
    empty: '(vide)',
    yes: 'oui',
    no: 'non',
    not: 'pas',
    none: 'aucun de',
    only: 'seulement',
    contains: 'contient',
    size: 'taille',
    exists: 'existe',
    absent: 'n’existe pas',
    sameAs: 'comme',
  },
  en: {
    nothing: 'nothing',
    empty: '(empty)',
    yes: 'yes',
    no: 'no',
    not: 'not',
    none: 'none of',
    only: 'only',
    contains: 'contains',
    size: 'size',
    exists: 'exists',
    absent: 'does not exist',
    sameAs: 'the same as',
  },
} as const;

type Say = (argument: Json, language: Language) => string;

const joined = (items: readonly Json[], language: Language, word: 'and' | 'or'): string =>
  joinList(
    items.map((item) => expectedText(item, language)),
    language,
    word,
  );

const prefixed =
  (prefix: string): Say =>
  (argument, language) =>
    `${prefix}${expectedText(argument, language)}`;

const matcherText: Readonly<Record<MatcherName, Say>> = {
  not: (argument, language) => `${words[language].not} ${expectedText(argument, language)}`,
  any: (argument, language) =>
    asList(argument).length === 0 ? words[language].nothing : joined(asList(argument), language, 'or'),
  all: (argument, language) => expectedText(asList(argument), language),
  none: (argument, language) => `${words[language].none} ${joined(asList(argument), language, 'or')}`,
  only: (argument, language) => `${words[language].only} ${expectedText(asList(argument), language)}`,
  contains: (argument, language) => `${words[language].contains} ${expectedText(argument, language)}`,
  matches: (argument, language) =>
    asList(argument)
      .map((item) =>
        typeof item === 'string' ? (item.startsWith('/') ? item : `/${item}/`) : JSON.stringify(item),
      )
      .join(', ') || words[language].nothing,
  equals: prefixed('= '),
  gt: prefixed('> '),
  gte: prefixed('≥ '),
  lt: prefixed('< '),
  lte: prefixed('≤ '),
  size: (argument, language) => `${words[language].size} ${expectedText(argument, language)}`,
  exists: (argument, language) => (argument === false ? words[language].absent : words[language].exists),
  'same-as': (argument, language) => `${words[language].sameAs} ${expectedText(argument, language)}`,
};

function literalText(value: Json, language: Language): string {
  if (value === '') return words[language].empty;
  if (value === null) return words[language].nothing;
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  return String(value);
}
