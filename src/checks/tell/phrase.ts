import type { Language } from '../../text/language';
import { joinList } from '../../text/list';
import { tellWords } from './words';

/** What is expected, in words, and the same denied: `at least 3`, `less than 3`. Plain text: whoever prints it escapes it. */
export interface Phrase {
  readonly yes: string;
  readonly no: string;
}

export const denied = ({ yes, no }: Phrase): Phrase => ({ yes: no, no: yes });

/** All of several phrases, or any of them. */
export function joined(phrases: readonly Phrase[], language: Language, word: 'and' | 'or' = 'and'): Phrase {
  const { nothing, anything, notAll } = tellWords[language];
  const [first] = phrases;
  if (first === undefined) return { yes: nothing, no: anything };
  if (phrases.length === 1) return first;
  const yes = phrases.map((phrase) => phrase.yes);
  const all = joinList(yes, language, word);
  if (word === 'and') return { yes: all, no: notAll(all) };
  const no = phrases.map((phrase) => phrase.no);
  return { yes: all, no: joinList(no, language) };
}
