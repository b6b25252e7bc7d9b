import { quote as english } from '../../messages/en/quote';
import { quote as french } from '../../messages/fr/quote';
import type { Language } from '../../text/language';
import { joinList } from '../../text/list';
import { readPlainPattern, type PlainPattern } from '../../text/plain-pattern';
import { wordsOf, isAmong, type About } from './about';
import type { Phrase } from './phrase';
import { tellWords, type Verb } from './words';

export const quoted = (text: string, language: Language): string =>
  (language === 'fr' ? french : english)(text);

/** Authors' patterns are for programs: a student reads what they say, or that the lab describes it. */
export function tellPattern(about: About, source: string, language: Language): Phrase {
  const plain = readPlainPattern(source, about.type === 'text');
  const word = tellWords[language];
  if (plain === undefined) return verbPhrase(about, word.ofTheLab, '', language);
  if (plain.pieces.length === 1 && plain.start && plain.end && !isAmong(about))
    return exactly(plain, language);
  const parts = plain.pieces.map((texts, index) => {
    const verb = verbOf(plain, index, language);
    return { verb, said: `${plain.word ? `${word.word} ` : ''}${oneOf(texts, language)}` };
  });
  const [first, ...others] = parts;
  if (first === undefined) return verbPhrase(about, word.ofTheLab, '', language);
  const rest = others.map(({ verb, said }) => `, ${word.then} ${verb.is} ${said}`).join('');
  const anyCase = plain.ignoresCase ? ` ${word.anyCase}` : '';
  return verbPhrase(about, first.verb, `${first.said}${rest}${anyCase}`, language);
}

function exactly({ pieces, ignoresCase }: PlainPattern, language: Language): Phrase {
  const word = tellWords[language];
  const said = `${oneOf(pieces[0] ?? [], language)}${ignoresCase ? ` ${word.anyCase}` : ''}`;
  return { yes: said, no: word.but(said) };
}

function verbOf({ pieces, start, end }: PlainPattern, index: number, language: Language): Verb {
  const { equals, begins, ends, contains } = tellWords[language];
  if (pieces.length === 1 && start && end) return equals;
  if (index === 0 && start) return begins;
  return index === pieces.length - 1 && end ? ends : contains;
}

const oneOf = (texts: readonly string[], language: Language): string =>
  joinList(
    texts.map((text) => quoted(text, language)),
    language,
    'or',
  );

/** `commence par x`; of one of several values `une ligne qui commence par x`, and denied `aucune ligne qui …`. */
export function verbPhrase(about: About, verb: Verb, said: string, language: Language): Phrase {
  const end = said === '' ? '' : ` ${said}`;
  if (!isAmong(about)) return { yes: `${verb.is}${end}`, no: `${verb.isnt}${end}` };
  const { that, element } = tellWords[language];
  const noun = wordsOf(about, language).element ?? element;
  return { yes: `${noun.a} ${that} ${verb.is}${end}`, no: `${noun.no} ${that} ${verb.is}${end}` };
}
