import type { Fact } from '../../evidence/evidence';
import type { EngineFact, ImageFact, RegistryFact } from '../../evidence/facts';
import { localDigests } from '../../evidence/local-digests';
import { parseReference } from '../../text/image-reference';
import type { Collector, Looking, RequestOf } from '../looking';
import { confirm, nothingAsked, otherTags } from './registry';

/** The image that a container runs, by its ID: its name may stand for another one by now, and may have been borrowed. */
export const madeFrom: Collector<'made-from'> = async (request, looking) => {
  const [engine, container] = await Promise.all([
    looking.ask({ fact: 'engine' }),
    looking.ask({ fact: 'container', name: request.container }),
  ]);
  if ('fault' in engine) return engine;
  if ('fault' in container) return container;
  const id = container.value?.Image;
  if (id === undefined) return { value: null };
  const image = await looking.ask({ fact: 'image', reference: id });
  if ('fault' in image) return image;
  const registry =
    image.value === null
      ? { value: nothingAsked }
      : await askAbout(image.value, engine.value.store, request, looking);
  return { value: { id, image: image.value, registry } };
};

/** The registry is asked only what the host itself does not tell. */
async function askAbout(
  { inspect }: ImageFact,
  store: EngineFact['store'],
  { image, known = [], served }: RequestOf<'made-from'>,
  looking: Looking,
): Promise<Fact<RegistryFact>> {
  const name = parseReference(image);
  if (!name.ok) return { value: nothingAsked };
  const digests = localDigests(inspect, store, name.value);
  if ([inspect.Id, ...digests].some((digest) => known.includes(digest))) return { value: nothingAsked };
  if (store === 'classic') {
    // This store notes a digest only when it talks with that registry; another tag of the repository may have been given this name here.
    const isTold = digests.length > 0 ? otherTags(name.value, inspect).length === 0 : served !== true;
    if (isTold) return { value: nothingAsked };
  }
  return confirm(name.value, digests, { inspect, store }, looking);
}
