import { canonical, parseReference } from '../../text/image-reference';

/** Do these words of an engine say that the thing asked for is not there? */
export type SaysAbsent = (words: string) => boolean;

/** Docker's and Podman's words, the name with them: whatever else answers 404 knows nothing of this container. */
export const noSuchContainer =
  (name: string): SaysAbsent =>
  (words) =>
    words.trim() === `No such container: ${name}` ||
    words.startsWith(`no container with name or ID "${name}" found: no such container`);

/** The same of an image, whose name engines write in full, in short or as it was asked for. */
export const noSuchImage =
  (reference: string): SaysAbsent =>
  (words) => {
    const [, docker] = /(?:^|: )no such image: (\S+)$/i.exec(words.trim()) ?? [];
    const [, podman] =
      /^failed to find image (\S+): (?:.*: )?(?:no such image|image not known)$/i.exec(words.trim()) ?? [];
    const named = docker ?? podman;
    return named !== undefined && (named === reference || nameOf(named) === nameOf(reference));
  };

/** Podman names nothing here, but says it in a field of its own. */
export const noSuchPath =
  (container: string, path: string): SaysAbsent =>
  (words) =>
    words.trim() === `Could not find the file ${path} in container ${container}` ||
    words.trim() === 'no such file or directory';

function nameOf(text: string): string {
  const parsed = parseReference(text);
  return parsed.ok ? canonical(parsed.value) : text.replace(/^sha256:/, '');
}
