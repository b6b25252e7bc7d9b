import type { Fault } from '../evidence/fault';
import type { Text, Texts } from './catalogue';
import type { Message } from './message';

/** The text of a message, from the catalogue of one language. */
export function textOf(message: Message, texts: Texts): Text {
  if (message.code === 'check.fault') return textOfFault(message.args.fault, texts);
  // A code and its args belong together; TypeScript does not follow that through the lookup.
  const tell = texts.messages[message.code] as (args: Message['args']) => Text;
  return set(tell(message.args), texts);
}

/** The text of a fault: our trouble, not the student's. */
export function textOfFault(fault: Fault, texts: Texts): Text {
  const tell = texts.faults[fault.code] as (args: Fault['args']) => Text;
  return set(tell(fault.args), texts);
}

function set({ says, hint, command }: Text, { typeset = (text) => text }: Texts): Text {
  return {
    says: typeset(says),
    ...(hint !== undefined && { hint: typeset(hint) }),
    ...(command !== undefined && { command }),
  };
}
