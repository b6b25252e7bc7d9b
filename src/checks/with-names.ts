import { fault } from '../evidence/fault';
import { message, type Message } from '../messages/message';
import type { Language } from '../text/language';
import { attributeName } from './attribute-name';

/** Messages mean an attribute by its key; readers know it by its name. */
export function withNames(said: Message, kind: string, language: Language): Message {
  if (said.code === 'check.differs')
    return message(said.code, { key: attributeName(kind, said.args.key, language) });
  if (said.code === 'check.fault' && said.args.fault.code === 'value.cut') {
    const { args } = said.args.fault;
    return message(said.code, {
      fault: fault('value.cut', { ...args, what: attributeName(kind, args.what, language) }),
    });
  }
  return said;
}
