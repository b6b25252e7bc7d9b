import type { ContainerInspect, ImageInspect } from '../../evidence/docker';
import { parsedNames } from '../../evidence/local-digests';
import { parseReference, sameImageName, type ImageReference } from '../../text/image-reference';

/** Whose answer came: that of what was asked for, of something whose ID only begins like the name, or of something else. */
export type Whose = 'asked' | 'likeness' | 'other';

/** `docker ps` shows twelve digits of an ID; whoever writes fewer in a lab means a name. */
const idDigits = /^(?:sha256:)?([0-9a-f]{12,64})$/;

const isIdOf = (asked: string, id: string): boolean => {
  if (bare(asked) === bare(id)) return true;
  const digits = idDigits.exec(asked)?.[1];
  return digits !== undefined && bare(id).startsWith(digits);
};
const bare = (id: string): string => id.replace(/^sha256:/, '');

/**
 * Engines look for a name first and then for the beginning of an ID: `db` finds `dbc8…` where nothing is called `db`. In a lab a name is a name.
 */
export function whoseContainer(asked: string, { Id, Name = '' }: ContainerInspect): Whose {
  if (Name.replace(/^\//, '') === asked.replace(/^\//, '') || isIdOf(asked, Id)) return 'asked';
  return Id.startsWith(asked) ? 'likeness' : 'other';
}

/** The same of an image. Podman finds `localhost/NAME` under `NAME`, which is how it calls what is built on the machine. */
export function whoseImage(asked: string, image: ImageInspect): Whose {
  if (isIdOf(asked, image.Id)) return 'asked';
  const names = [...parsedNames(image.RepoTags), ...parsedNames(image.RepoDigests)];
  const wanted = parseReference(asked);
  if (wanted.ok && names.some((name) => answersTo(name, wanted.value, image))) return 'asked';
  return bare(image.Id).startsWith(bare(asked)) ? 'likeness' : 'other';
}

function answersTo(name: ImageReference, asked: ImageReference, image: ImageInspect): boolean {
  if (asked.digest !== undefined) {
    const own = [name.digest, image.Id, image.Descriptor?.digest];
    return name.domain === asked.domain && name.path === asked.path && own.includes(asked.digest);
  }
  const local = { ...asked, domain: 'localhost', path: asked.path.replace(/^library\//, '') };
  return sameImageName(name, asked) || (asked.domain === 'docker.io' && sameImageName(name, local));
}
