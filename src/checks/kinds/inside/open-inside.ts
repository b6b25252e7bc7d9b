import type { Parameter } from '../../attribute';
import type { CheckInput, Look, Opened } from '../../kind';
import type { Container } from '../container/container';
import { openNamed } from '../container/open';

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
