import { isJsonObject, type Json } from '../text/json';

/**
 * How a request names a container: its name or ID; or, for containers that nobody named (`docker run hello-world`), `image:` and the
 * image that it was made from: the newest such container is meant. No container's name can hold a colon.
 */
export type ContainerRef = string;

const byImage = 'image:';

/** From a check's YAML: `ubuntu` or `{ image: hello-world }`. */
export function containerRef(subject: Json | undefined): ContainerRef {
  if (isJsonObject(subject) && typeof subject['image'] === 'string') return byImage + subject['image'];
  return typeof subject === 'string' ? subject : JSON.stringify(subject ?? '');
}

/** The image by which a container is meant, if it is not meant by its name. */
export function imageOfRef(ref: ContainerRef): string | undefined {
  return ref.startsWith(byImage) ? ref.slice(byImage.length) : undefined;
}
