import { message, type Message } from '../../../messages/message';
import type { Parameter } from '../../attribute';
import type { CheckInput, Look, Opened } from '../../kind';
import { openNamed, type Container } from '../container/open';
import { stateOf } from '../container/state';

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
export function notRunning(name: string, container: Container): { missing: Message; cause: string } {
  return { missing: whyNotRunning(name, container), cause: `container/${name}/not-running` };
}

function whyNotRunning(name: string, container: Container): Message {
  const state = stateOf(container);
  if (state === 'paused') return message('container.paused', { name });
  if (state === 'created') return message('container.never-started', { name });
  return message('inside.not-running', { name, state: state ?? 'unknown' });
}
