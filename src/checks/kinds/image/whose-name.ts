import type { Lab } from '../../../spec/lab';
import { parseReference, sameImageName, type ImageReference } from '../../../text/image-reference';

/**
 * Whose a name is that a lab gives an image. `registry`: students get that image, and nothing that they call so is it. `student`: they make it
 * themselves, so that a build, a commit and a tag are right. `unsaid`: the lab leaves it to Docker Hub, which serves an image of that name or none.
 */
export type Owner = 'registry' | 'student' | 'unsaid';

/** What the lab itself says, whatever the host and the network are like: a mark must not depend on who could be reached. */
export function ownerOf(name: ImageReference, { digests, images, tasks }: Lab): Owner {
  const isIt = (written: unknown): boolean => {
    const parsed = typeof written === 'string' ? parseReference(written) : undefined;
    return parsed?.ok === true && sameImageName(parsed.value, name);
  };
  const asked = tasks
    .flatMap(({ checks }) => checks)
    .filter(({ kind, subject }) => kind === 'image' && isIt(subject))
    .map(({ keys }) => keys);
  if (asked.some(({ pulled, verified }) => pulled === true || verified === true)) return 'registry';
  if (asked.some((keys) => keys['pulled'] === false || keys['verified'] === false || 'based-on' in keys))
    return 'student';
  if ([...Object.keys(digests), ...images].some(isIt)) return 'registry';
  // Whoever names the images that come from a registry has named them all.
  if (images.length > 0) return 'student';
  return isOfficial(name) ? 'unsaid' : 'student';
}

/** Only Docker Hub itself gives these names (`nginx`); no student can push one. */
const isOfficial = ({ domain, path }: ImageReference): boolean =>
  domain === 'docker.io' && path.startsWith('library/');
