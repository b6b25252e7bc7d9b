import type { ContainerSummary } from '../../../evidence/docker';
import { fault } from '../../../evidence/fault';
import { parsedNames } from '../../../evidence/local-digests';
import type { Seen } from '../../attribute';
import { message, type Message } from '../../../messages/message';
import { sameImageName, sameRepository } from '../../../text/image-reference';
import { isNamed } from './name-history';
import type { Image } from './open';
import { readGenuine } from './origin';

/**
 * Names of the containers made from this image, running or not; from an older one too that was pulled under the same name. Where the lab means a registry's
 * image, containers of another one that only has its name are none of it.
 */
export function readContainers(image: Image): Seen {
  if ('fault' in image.containers) return image.containers;
  const all = image.containers.value;
  const contradiction = contradictionIn(image);
  if (contradiction) return contradiction;
  const older = all.filter(({ ImageID }) => isOlder(image, ImageID));
  const made = all.filter(({ ImageID }) => ImageID === image.inspect.Id);
  const genuine = made.length > 0 && image.owner === 'registry' ? readGenuine(image) : { value: true };
  // Evidence that was taken before this was asked has the name only.
  if ('fault' in genuine && genuine.fault.code !== 'fact.not-collected') return genuine;
  const isBorrowed = 'value' in genuine && genuine.value === false;
  const counted = isBorrowed ? older : [...made, ...older];
  const why = counted.length > 0 ? undefined : isBorrowed ? genuine.message : explainNone(image, all);
  return { value: counted.map(nameOf).sort(), ...(why && { message: why }) };
}

/** The list has another image under this very name: then one of the two answers is not true, or no longer, and nothing can be counted. */
function contradictionIn({ images, name, inspect }: Image): Seen | undefined {
  if ('fault' in images || !name) return undefined;
  const row = images.value.find(({ RepoTags }) =>
    parsedNames(RepoTags).some((tag) => sameImageName(tag, name)),
  );
  if (!row || bare(row.Id) === bare(inspect.Id)) return undefined;
  return {
    fault: fault('engine.answer-invalid', {
      call: 'GET /images/json',
      detail: `${row.Id} is not ${inspect.Id}`,
    }),
  };
}

const bare = (id: string): string => id.replace(/^sha256:/, '');

/** The classic store keeps the digest of what was pulled when a newer image takes its tag. */
function isOlder({ images, name, inspect }: Image, id: string | undefined): boolean {
  if ('fault' in images || !name || id === inspect.Id) return false;
  const row = images.value.find(({ Id }) => Id === id);
  if (!row || parsedNames(row.RepoTags).length > 0) return false;
  return parsedNames(row.RepoDigests).some((digest) => sameRepository(digest, name));
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
