/** Faults of telling what an image is, where the host no longer says it. */
export interface ImageFaults {
  /**
   * Whether the image that a container runs is `name` can no longer be known. `loaded`: it came from a file, which may hold the real one or another.
   * `unnamed`: it has lost all its names. `gone`: it was removed. Remedy: pull it and make the container again, or the lab gives `digests:`.
   */
  'image.untraced': { name: string; why: 'loaded' | 'unnamed' | 'gone' };
}
