import { message } from '../../../../messages/message';
import { missOf, nameOf, type Rule } from './rule';

/** `-it` is two options: which of them is missing? */
const terminal: Rule = (diagnosis) => {
  const { inspect } = diagnosis.resource;
  const missing = (key: string): boolean => missOf(diagnosis, key)?.expected === true;
  if (!missing('tty') && !missing('stdin')) return undefined;
  const name = nameOf(inspect);
  const [tty, stdin] = [inspect.Config?.Tty === true, inspect.Config?.OpenStdin === true];
  if (!tty && !stdin) return message('container.no-terminal', { name });
  return message(tty ? 'container.no-stdin' : 'container.no-tty', { name });
};

export const terminalRules: readonly Rule[] = [terminal];
