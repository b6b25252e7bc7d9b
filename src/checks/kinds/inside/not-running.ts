import { message, type Message } from '../../../messages/message';
import type { CheckInput, Look } from '../../kind';
import type { Container } from '../container/container';
import { nearMisses } from '../container/near-misses';
import { stateOf } from '../container/state';
import { explainAs } from './explain-as';

/** Why nothing can be asked of a container that does not run; all kinds name the same cause, so that it is told once. */
export function notRunning(
  name: string,
  container: Container,
  input: CheckInput,
  look: Look,
): { missing: Message; cause: string } {
  const state = stateOf(container);
  const miss = { key: 'state', expected: 'running', seen: state };
  const missing =
    explainAs(miss, nearMisses, { name, container, input, look }) ??
    message('inside.not-running', { name, state: state ?? 'unknown' });
  return { missing, cause: `container/${name}/not-running` };
}
