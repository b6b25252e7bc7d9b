import { containerRef, imageOfRef } from '../../../evidence/container-ref';
import { message, type Message } from '../../../messages/message';
import type { CheckInput, Look, Opened } from '../../kind';
import type { Parameter } from '../../attribute';
import { explainAbsence } from './absence';
import { explainNoneOf } from './absence-by-image';
import type { Container } from './container';
import { imageNameOf } from './image-name';

export function openContainer({ check, lab }: CheckInput, look: Look): Opened<Container> {
  const opened = openNamed(containerRef(check.subject), { check, lab }, look);
  if (!('found' in opened)) return opened;
  const image = imageNameOf(opened.found.inspect, check.keys['image'], look);
  return { found: { ...opened.found, ...(image !== undefined && { image }) } };
}

/**
 * Also for kinds that look inside of a container (`in: ubuntu`). Its facts: `container`, and for the reason of an absence
 * `containers`, `candidates`, `events`, `images`.
 */
export function openNamed(name: string, input: CheckInput, look: Look): Opened<Container> {
  const fact = look({ fact: 'container', name });
  if ('fault' in fact) return fact;
  const inspect = fact.value;
  if (inspect === null) return { missing: explain(name, input, look), cause: `container/${name}` };
  const list = look({ fact: 'containers' });
  const row = 'value' in list ? list.value.find(({ Id }) => Id === inspect.Id) : undefined;
  return { found: { inspect, ...(row && { row }) } };
}

/** What `openNamed` looks at, for `needs` of kinds that look inside a container. */
export function needsOfNamed(name: string) {
  return [
    { fact: 'container', name },
    { fact: 'containers' },
    { fact: 'candidates', name },
    { fact: 'events' },
    { fact: 'images' },
  ] as const;
}

/** Keys of a subject that means a container by its image. */
export const byImageKeys: Readonly<Record<string, Parameter>> = {
  image: {
    type: 'string',
    describe: 'The image that the container was made from.',
    required: true,
    example: 'hello-world:latest',
  },
};

function explain(name: string, input: CheckInput, look: Look): Message {
  const image = imageOfRef(name);
  if (image !== undefined) return explainNoneOf(image, look);
  return explainAbsence(name, input, look) ?? message('container.absent', { name });
}
