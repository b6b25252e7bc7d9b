import type { ContainerSummary } from '../../../evidence/docker';
import type { Seen } from '../../attribute';
import { message, type Message } from '../../../messages/message';
import { isNamed } from './name-history';
import type { Image } from './open';

/** Names of the containers made from this very image, running or not. */
export function readContainers(image: Image): Seen {
  if ('fault' in image.containers) return image.containers;
  const made = image.containers.value.filter(({ ImageID }) => ImageID === image.inspect.Id);
  const why = made.length === 0 ? explainNone(image, image.containers.value) : undefined;
  return { value: made.map(nameOf).sort(), ...(why && { message: why }) };
}

function explainNone(image: Image, all: readonly ContainerSummary[]): Message {
  const { shown: name, name: reference } = image;
  const events = 'value' in image.events ? image.events.value.events : [];
  const created = events.filter(
    ({ type, action, attributes, own }) =>
      type === 'container' &&
      action === 'create' &&
      !own &&
      reference !== undefined &&
      isNamed(attributes['image'], reference),
  );
  // Its name has moved on to a newer image since the container was made.
  const older = all.find(({ Id }) => created.some(({ id }) => id === Id));
  if (older) return message('image.container-of-older', { name, container: nameOf(older) });
  return created.length > 0
    ? message('image.container-gone', { name })
    : message('image.no-container', { name });
}

export const nameOf = ({ Names, Id }: ContainerSummary): string =>
  Names?.[0]?.replace(/^\//, '') ?? Id.slice(0, 12);
