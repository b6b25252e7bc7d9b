import type { Message } from '../../../messages/message';
import type { CheckInput, Look } from '../../kind';

/** Why is there no container of that name? The near miss, if one is recognised. */
export function explainAbsence(_name: string, _input: CheckInput, _look: Look): Message | undefined {
  return undefined;
}
