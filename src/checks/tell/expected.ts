import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import type { Language } from '../../text/language';
import { isAboutTheMap } from '../match/map-matchers';
import { isMatcherName } from '../match/matchers';
import { isList, isScalar } from '../match/target';
import { isAmong, type About } from './about';
import { tellLiteral, tellPart } from './literal';
import { matcherPhrases } from './matchers';
import { joined, type Phrase } from './phrase';
import { tellEntries } from './value';
import { tellWords } from './words';

/** An expectation in plain words, whatever the author wrote it with. Plain text: whoever prints it escapes it. */
export const tellExpected = (about: About, expected: Json, language: Language): string =>
  phraseOf(about, expected, language).yes;

function phraseOf(about: About, expected: Json, language: Language): Phrase {
  if (isList(expected)) return allOf(about, expected, language);
  if (!isJsonObject(expected)) return tellLiteral(about, expected, language);
  const entries = Object.entries(expected);
  if (!areMatchers(about, expected)) return entriesPhrase(about, entries, language);
  return joined(
    entries.flatMap(([key, value]) =>
      isMatcherName(key) ? matcherPhrases[key](about, value, language, phraseOf) : [],
    ),
    language,
  );
}

/** Else they are keys or paths. */
function areMatchers({ shape }: About, expected: JsonObject): boolean {
  const names = Object.keys(expected);
  if (names.length === 1 && typeof expected['same-as'] === 'string') return true;
  if (shape === 'map') return isAboutTheMap(expected);
  return shape !== 'document' && names.length > 0 && names.every(isMatcherName);
}

function allOf(about: About, items: readonly Json[], language: Language): Phrase {
  // A list about a long text asks for parts of it.
  const isParts = about.type === 'text' && !isAmong(about);
  const tell = (item: Json): Phrase =>
    isParts && isScalar(item) ? tellPart(about, item, language) : phraseOf(about, item, language);
  return joined(items.map(tell), language);
}

/** What is expected behind each key or path. */
function entriesPhrase(
  about: About,
  entries: readonly (readonly [string, Json])[],
  language: Language,
): Phrase {
  const one: About = { ...about, shape: 'one', ...(about.shape === 'document' && { type: 'json' }) };
  const yes = tellEntries(entries, (_, value) => phraseOf(one, value, language).yes, language);
  const { notAll, anything } = tellWords[language];
  return { yes, no: entries.length === 0 ? anything : notAll(yes) };
}
