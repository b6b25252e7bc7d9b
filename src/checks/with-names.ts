import { fault } from '../evidence/fault';
import { message, type Message } from '../messages/message';
import type { Language } from '../text/language';
import { joinList } from '../text/list';
import { isPatternText } from '../text/pattern';
import { readPlainPattern } from '../text/plain-pattern';
import type { Check } from '../spec/lab';
import { attributeName } from './attribute-name';
import { tellSubject } from './tell/subject';

/** Messages mean an attribute by its key and a resource as the lab writes it; readers know them by names. */
export function withNames(
  said: Message,
  { kind, subject }: Pick<Check, 'kind' | 'subject'>,
  language: Language,
): Message {
  if (said.code === 'check.differs')
    return message(said.code, { key: attributeName(kind, said.args.key, language) });
  if (said.code === 'check.present' && typeof subject === 'object')
    return message(said.code, { name: tellSubject(kind, subject, language) });
  if (said.code === 'check.fault' && said.args.fault.code === 'value.cut') {
    const { args } = said.args.fault;
    return message(said.code, {
      fault: fault('value.cut', { ...args, what: attributeName(kind, args.what, language) }),
    });
  }
  return withoutPattern(said, language);
}

const asked = { fr: 'demandé', en: 'asked for' } as const;

/** A process that the lab means by a pattern is called by the words that this asks for, if it is as simple as that. */
function withoutPattern(said: Message, language: Language): Message {
  const { args } = said;
  if (!('process' in args) || !isPatternText(args.process)) return said;
  const plain = readPlainPattern(args.process, false);
  const [texts, ...more] = plain?.pieces ?? [];
  const process = texts && more.length === 0 ? joinList(texts, language, 'or') : asked[language];
  return { ...said, args: { ...args, process } } as Message;
}
