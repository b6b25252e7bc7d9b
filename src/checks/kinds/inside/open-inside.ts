import { message, type Message } from '../../../messages/message';
import type { Parameter } from '../../attribute';
import type { CheckInput, Look, Opened } from '../../kind';
import { nearMisses } from '../container/near-misses';
import type { Container } from '../container/container';
import { openNamed } from '../container/open';
import { stateOf } from '../container/state';
import { explainAs } from './explain-as';

/** `in: ubuntu` */
export const inContainer: Parameter = {
  type: 'string',
  describe: 'The container to look into: its name or ID.',
  required: true,
  example: 'ubuntu',
};

/** The container that a check looks into. Its absence is not the absence of what is looked for inside. */
export function openInside(name: string, input: CheckInput, look: Look): Opened<Container> {
  const opened = openNamed(name, input, look);
  return 'missing' in opened ? { ...opened, place: true } : opened;
}

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
