import { message, type Message } from '../../../messages/message';
import { parseReference, sameImageName } from '../../../text/image-reference';
import type { Look } from '../../kind';

/** Why is there no container of that image? */
export function explainNoneOf(image: string, look: Look): Message {
  const events = look({ fact: 'events' });
  const made =
    'value' in events &&
    events.value.events.some(({ type, action, attributes }) => {
      return type === 'container' && action === 'create' && isSame(image, attributes['image'] ?? '');
    });
  if (made) return message('container.of-image-removed', { image });
  const images = look({ fact: 'images' });
  const isHere =
    'value' in images && images.value.some(({ RepoTags }) => RepoTags?.some((tag) => isSame(image, tag)));
  return isHere
    ? message('container.image-only-pulled', { image })
    : message('container.image-absent', { image });
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [parseReference(a), parseReference(b)];
  return first.ok && second.ok && sameImageName(first.value, second.value);
}
