import type { ContainerInspect } from '../../../evidence/docker';
import { familiar, parseReference, sameImageName } from '../../../text/image-reference';
import type { Json } from '../../../text/json';
import type { Look } from '../../kind';

/**
 * The image's name, as the container was created with it. One that was named by its ID (`docker run 305b2f16…`) has the tag that the
 * image bears now: the one that is wanted, if it bears several.
 */
export function imageNameOf(
  inspect: ContainerInspect,
  wanted: Json | undefined,
  look: Look,
): string | undefined {
  const written = inspect.Config?.Image;
  if (written === undefined || !isIdOf(written, inspect.Image)) return written;
  const images = look({ fact: 'images' });
  const row = 'value' in images ? images.value.find(({ Id }) => Id === inspect.Image) : undefined;
  const tags = (row?.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>');
  return tags.find((tag) => typeof wanted === 'string' && isSameImage(tag, wanted)) ?? tags[0] ?? written;
}

const bareId = (id: string): string => id.replace(/^sha256:/, '');

const isIdOf = (written: string, id = ''): boolean =>
  /^(sha256:)?[0-9a-f]{4,64}$/.test(written) && bareId(id).startsWith(bareId(written));

/** Two spellings of one name and tag; a digest in either counts for nothing. */
export function isSameImage(a: string, b: string): boolean {
  const [first, second] = [parseReference(a), parseReference(b)];
  return first.ok && second.ok && sameImageName(first.value, second.value);
}

/** As one would type it: Podman and full names are shortened (`ubuntu:latest`). */
export function shortImageName(written: string): string {
  const reference = parseReference(written);
  return reference.ok ? familiar(reference.value) : written;
}
