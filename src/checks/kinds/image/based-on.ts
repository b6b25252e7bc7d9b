import { message, type Message } from '../../../messages/message';
import type { Seen } from '../../attribute';
import type { Image } from './open';

/**
 * Those of the images named in the expectation whose layers this image begins with. Layers are the only thing that is the same in every store, and that
 * a build keeps of its base.
 */
export function readBases(image: Image): Seen {
  const layers = image.inspect.RootFS?.Layers ?? [];
  const bases: string[] = [];
  let why: Message | undefined;
  for (const { reference, fact } of image.bases) {
    if ('fault' in fact) return fact;
    if (fact.value === null) {
      why ??= message('image.base-absent', { name: image.shown, base: reference });
      continue;
    }
    const below = fact.value.inspect.RootFS?.Layers ?? [];
    const isBase = below.length > 0 && below.every((layer, index) => layer === layers[index]);
    if (isBase) bases.push(reference);
    else why ??= message('image.other-base', { name: image.shown, base: reference });
  }
  return { value: bases, ...(why && { message: why }) };
}
