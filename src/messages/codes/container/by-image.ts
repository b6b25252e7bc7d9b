/** What is said of a container that is meant by its image, since nobody named it. */
export interface ContainerByImage {
  /** Neither the image nor a container of it is there. */
  'container.image-absent': { readonly image: string };
  /** The image is there, and no container was ever made from it. */
  'container.image-only-pulled': { readonly image: string };
  /** There was one; it was removed. */
  'container.of-image-removed': { readonly image: string };
  /** It was stopped and started again; for one that had to go on running. */
  'container.was-stopped': { readonly name: string; readonly at: string };
}
