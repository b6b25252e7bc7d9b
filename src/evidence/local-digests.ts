import { parseReference, sameImageName, sameRepository, type ImageReference } from '../text/image-reference';
import type { ImageInspect } from './docker';
import type { EngineFact } from './facts';

type Named = Pick<ImageInspect, 'Id' | 'RepoTags' | 'RepoDigests' | 'Descriptor'>;

/** Names that the engine writes, parsed; `<none>:<none>` is none. */
export const parsedNames = (names: readonly string[] | null | undefined): ImageReference[] =>
  (names ?? []).flatMap((name) => {
    const parsed = parseReference(name);
    return parsed.ok ? [parsed.value] : [];
  });

/**
 * The name under which an image was asked for. Whoever asks by ID means the image's first name;
 * `undefined` for an image without any.
 */
export function nameAskedFor(asked: string, image: Named): ImageReference | undefined {
  const names = [...parsedNames(image.RepoTags), ...parsedNames(image.RepoDigests)];
  const parsed = parseReference(asked);
  if (!parsed.ok) return names[0];
  const isName = names.some(
    (name) => sameImageName(name, parsed.value) || sameRepository(name, parsed.value),
  );
  const isId = image.Id.replace(/^sha256:/, '').startsWith(asked);
  return isId && !isName ? names[0] : parsed.value;
}

/**
 * Digests under which a registry can know this image as part of this repository. What the engine keeps depends on its store: the classic one keeps
 * the registry's digest for each repository that it was pulled from or pushed to; the containerd store's ID is the digest itself, whatever the image's
 * origin; Podman gives a digest to every name.
 */
export function localDigests(
  image: Named,
  store: EngineFact['store'],
  repository: ImageReference,
): readonly string[] {
  if (store === 'containerd') return [image.Descriptor?.digest ?? image.Id];
  const digests = parsedNames(image.RepoDigests).flatMap((name) =>
    name.digest !== undefined && sameRepository(name, repository) ? [name.digest] : [],
  );
  return [...new Set(digests)];
}
