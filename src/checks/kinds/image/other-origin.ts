import type { ImageSummary } from '../../../evidence/docker';
import { parsedNames } from '../../../evidence/local-digests';
import { message, type Message } from '../../../messages/message';
import { familiar, sameImageName, sameRepository } from '../../../text/image-reference';
import type { NameHistory } from './name-history';
import type { Traced } from './open';

/** Where an image comes from that was not pulled under its name, from the surest sign to the weakest. */
export function explainOrigin(image: Traced, history: NameHistory): Message {
  const name = image.shown;
  const served = servedAs(image);
  if (served !== undefined) return message('image.retagged', { name, original: served });
  if (history.by === 'tag' && history.pushed) return message('image.pushed-from-here', { name });
  if (history.by === 'load' || (history.loaded && !history.made)) return message('image.loaded', { name });
  const original = originalName(image);
  if (history.made === 'commit' || isCommitted(image)) return committed(image);
  // A registry may well serve an image that was imported once, so with another name it is a mere tag.
  if (original !== undefined) return message('image.retagged', { name, original });
  if (history.by === 'import') return message('image.imported', { name });
  if (history.made === 'build' || isBuilt(image)) return message('image.built-here', { name });
  if (isLoaded(image)) return message('image.loaded', { name });
  if (isImported(image)) return message('image.imported', { name });
  return message(history.by === 'tag' ? 'image.tagged-here' : 'image.not-pulled', { name });
}

/** The tag of this repository under which the registry serves the image. */
const servedAs = ({ registry }: Traced): string | undefined =>
  'value' in registry ? registry.value?.servedAs[0] : undefined;

/** Another name of the very same image: the one that it was pulled under, if the store tells, else any. */
function originalName({ inspect, name }: Traced): string | undefined {
  const others = parsedNames(inspect.RepoTags).filter((other) => !name || !sameImageName(other, name));
  const digests = parsedNames(inspect.RepoDigests);
  const pulled = others.find((other) => digests.some((digest) => sameRepository(digest, other)));
  const withoutTag = digests.find((digest) => !name || !sameRepository(digest, name));
  const original = pulled ?? withoutTag ?? others[0];
  return original && familiar(original);
}

/** `docker import` leaves one step that says so. */
const isImported = (image: Traced): boolean =>
  image.history.length === 1 && /^imported from/i.test(image.history[0]?.comment ?? '');

/** The words that a Dockerfile's instructions leave; `docker commit` leaves the container's own command instead. */
const instruction =
  /^(?:\/bin\/sh -c|\|\d+|(?:RUN|COPY|ADD|CMD|ENTRYPOINT|ENV|LABEL|EXPOSE|WORKDIR|USER|VOLUME|ARG|HEALTHCHECK|STOPSIGNAL|SHELL|ONBUILD|MAINTAINER)\b)/;

function isCommitted(image: Traced): boolean {
  const step = image.history[0];
  if (!step || step.createdBy === '' || !image.inspect.Parent) return false;
  return !instruction.test(step.createdBy) && !/buildkit/i.test(step.comment);
}

function committed(image: Traced): Message {
  const base = nameOfId(image, image.inspect.Parent ?? '');
  return message('image.committed', { name: image.shown, ...(base !== undefined && { base }) });
}

function nameOfId({ images }: Traced, id: string): string | undefined {
  const rows: readonly ImageSummary[] = 'value' in images ? images.value : [];
  const row = rows.find(({ Id }) => Id.replace(/^sha256:/, '') === id.replace(/^sha256:/, ''));
  const [first] = parsedNames(row?.RepoTags);
  return first && familiar(first);
}

/** Made within this time before it got its name, or before it was looked at: it was made here. */
const freshMs = 3_600_000;

/**
 * Built here: the old builder notes its parent, BuildKit names what it has just made. Many official images have a builder's history as well, so the history
 * alone says nothing; on Docker 20 not even the time of naming does, since BuildKit does not note it there.
 */
function isBuilt(image: Traced): boolean {
  const { history, inspect, events } = image;
  const step = history[0];
  if (!step || !(instruction.test(step.createdBy) || /buildkit/i.test(step.comment))) return false;
  if (inspect.Parent) return true;
  const made = Date.parse(inspect.Created ?? '');
  const seen = 'value' in events ? events.value.readAt * 1000 : NaN;
  return (
    (isNamedWithoutTime(image) ? seen : Date.parse(inspect.Metadata?.LastTagTime ?? '')) - made < freshMs
  );
}

/** `docker load` does not note when it names an image: the classic store then says year 1. So does Podman, always. */
const isLoaded = (image: Traced): boolean =>
  isNamedWithoutTime(image) &&
  !image.inspect.Parent &&
  'value' in image.engine &&
  image.engine.value.store === 'classic';

const isNamedWithoutTime = ({ inspect }: Traced): boolean =>
  (inspect.Metadata?.LastTagTime ?? '').startsWith('0001-');
