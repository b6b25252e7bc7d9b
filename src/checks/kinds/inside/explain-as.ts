import type { Message } from '../../../messages/message';
import type { CheckInput, Look, Miss } from '../../kind';
import type { Rule } from '../container/near-misses/rule';
import type { Container } from '../container/container';

export interface Inside {
  readonly name: string;
  readonly container: Container;
  readonly input: CheckInput;
  readonly look: Look;
}

/** What a check of the container itself would say if it missed this: other kinds say the same of it. */
export function explainAs(
  miss: Miss,
  rules: readonly Rule[],
  { name, container, input, look }: Inside,
): Message | undefined {
  const check = {
    ...input.check,
    kind: 'container',
    subject: name,
    keys: { [miss.key]: miss.expected },
  };
  for (const recognise of rules) {
    const found = recognise({ ...input, check, resource: container, misses: [miss], look });
    if (found) return found;
  }
  return undefined;
}
