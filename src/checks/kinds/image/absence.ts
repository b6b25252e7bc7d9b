import type { ContainerSummary, ImageSummary } from '../../../evidence/docker';
import { parsedNames } from '../../../evidence/local-digests';
import { message, type Message } from '../../../messages/message';
import {
  familiar,
  parseReference,
  sameImageName,
  sameRepository,
  type ImageReference,
} from '../../../text/image-reference';
import { nearestName } from '../../../text/nearest';
import type { CheckInput, Look } from '../../kind';
import { isNamed, nameInEvent } from './name-history';
import { vouchedFor } from './vouched';

/** What the host has instead of the image. */
interface Instead {
  /** As messages call the image. */
  readonly shown: string;
  readonly name: ImageReference;
  readonly images: readonly ImageSummary[];
  readonly containers: readonly ContainerSummary[];
  readonly vouched: readonly string[];
  readonly look: Look;
}

/** Why is there no image of that name? The near miss, if one is recognised, the most telling first. */
export function explainAbsence(reference: string, { lab }: CheckInput, look: Look): Message | undefined {
  const parsed = parseReference(reference);
  const images = look({ fact: 'images' });
  const containers = look({ fact: 'containers' });
  if (!parsed.ok || 'fault' in images) return undefined;
  // It came between two answers of the engine: there is no near miss in that.
  if (allTags(images.value).some((tag) => sameImageName(tag, parsed.value))) return undefined;
  const instead: Instead = {
    shown: familiar(parsed.value),
    name: parsed.value,
    images: images.value,
    containers: 'value' in containers ? containers.value : [],
    vouched: vouchedFor(parsed.value, lab.digests),
    look,
  };
  for (const recognise of [
    emptyEngine,
    otherTag,
    untagged,
    otherName,
    removed,
    orphan,
    elsewhere,
    typo,
    container,
  ]) {
    const found = recognise(instead);
    if (found) return found;
  }
  return undefined;
}

/** Nothing at all, and nothing ever happened: most likely the lab was done on another engine. */
function emptyEngine({ shown, images, containers, look }: Instead): Message | undefined {
  if (images.length > 0 || containers.length > 0) return undefined;
  const events = look({ fact: 'events' });
  const wasUsed =
    'value' in events && events.value.events.some(({ type }) => type === 'image' || type === 'container');
  return wasUsed ? undefined : message('image.nothing-here', { name: shown });
}

function otherTag({ shown, name, images }: Instead): Message | undefined {
  const tags = allTags(images).filter((tag) => sameRepository(tag, name) && tag.digest === undefined);
  const seen = tags.slice(0, 5).map(familiar);
  return seen.length > 0 ? message('image.other-tag', { name: shown, seen }) : undefined;
}

/** Of this repository, but its tag went to a newer image, or it was pulled by its digest. */
function untagged({ shown, name, images }: Instead): Message | undefined {
  const row = images.find(({ RepoDigests }) =>
    parsedNames(RepoDigests).some((digest) => sameRepository(digest, name)),
  );
  return row && message('image.untagged', { name: shown, id: shortId(row.Id) });
}

/** The very image that the lab vouches for, under another name only. */
function otherName({ shown, images, vouched }: Instead): Message | undefined {
  const row = images.find(({ Id, RepoDigests }) =>
    [Id, ...parsedNames(RepoDigests).map(({ digest }) => digest)].some((digest) =>
      vouched.includes(digest ?? ''),
    ),
  );
  const [seen] = row ? allTags([row]) : [];
  return seen && message('image.other-name', { name: shown, seen: familiar(seen) });
}

function removed({ shown, name, look }: Instead): Message | undefined {
  const events = look({ fact: 'events' });
  if ('fault' in events) return undefined;
  const had = events.value.events.some(
    (event) =>
      event.type === 'image' && ['pull', 'tag'].includes(event.action) && isNamed(nameInEvent(event), name),
  );
  return had ? message('image.removed', { name: shown }) : undefined;
}

/** A container made from it is still there: the image was removed by force. */
function orphan({ shown, name, images, containers, look }: Instead): Message | undefined {
  const events = look({ fact: 'events' });
  const all = 'value' in events ? events.value.events : [];
  const madeFromIt = ({ Id, Image, ImageID }: ContainerSummary): boolean => {
    if (images.some((image) => image.Id === ImageID)) return false;
    const created = all.find(
      ({ type, action, id }) => type === 'container' && action === 'create' && id === Id,
    );
    return isNamed(created?.attributes['image'] ?? Image, name);
  };
  const left = containers.find(madeFromIt);
  return left && message('image.only-container-left', { name: shown, container: nameOf(left) });
}

/** The same short name in another namespace or on another registry. */
function elsewhere({ shown, name, images }: Instead): Message | undefined {
  const last = ({ path }: ImageReference): string => path.slice(path.lastIndexOf('/') + 1);
  const other = allTags(images).find((tag) => last(tag) === last(name));
  return other && message('image.other-repository', { name: shown, seen: familiar(other) });
}

function typo({ shown, name, images }: Instead): Message | undefined {
  const tags = allTags(images);
  const repository = (tag: ImageReference): string =>
    familiar({ domain: tag.domain, path: tag.path, tag: 'x' }).slice(0, -2);
  const near = nearestName(repository(name), tags.map(repository));
  const seen = tags.find((tag) => repository(tag) === near);
  return seen && message('image.similar-name', { name: shown, seen: familiar(seen) });
}

/** The name was given to a container of some other image. */
function container({ shown, name, containers }: Instead): Message | undefined {
  const wanted = name.path.slice(name.path.lastIndexOf('/') + 1);
  const row = containers.find(({ Names }) => Names?.includes(`/${wanted}`));
  return row && message('image.is-container', { name: shown, container: wanted, image: row.Image ?? '' });
}

const allTags = (images: readonly ImageSummary[]): ImageReference[] =>
  images.flatMap(({ RepoTags }) => parsedNames(RepoTags));

const nameOf = ({ Names, Id }: ContainerSummary): string => Names?.[0]?.replace(/^\//, '') ?? shortId(Id);
const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);
