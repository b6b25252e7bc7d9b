/** What `image` checks say. `name` is the image as people write it: `ubuntu:latest`. */
export interface ImageMessages {
  'image.absent': { readonly name: string };
  /** No image, no container, no trace of any: probably another engine was used. */
  'image.nothing-here': { readonly name: string };
  'image.other-tag': { readonly name: string; readonly seen: readonly string[] };
  /** Of this repository, but without a tag. */
  'image.untagged': { readonly name: string; readonly id: string };
  /** The right image under another name only. */
  'image.other-name': { readonly name: string; readonly seen: string };
  'image.removed': { readonly name: string };
  'image.only-container-left': { readonly name: string; readonly container: string };
  /** The same short name, in another namespace or on another registry. */
  'image.other-repository': { readonly name: string; readonly seen: string };
  /** The engine found an image of another registry for the short name. */
  'image.taken-for-it': { readonly name: string; readonly full: string; readonly seen: string };
  'image.similar-name': { readonly name: string; readonly seen: string };
  /** A container has the name that the image should have. */
  'image.is-container': { readonly name: string; readonly container: string; readonly image: string };

  /** Not pulled: the same image as `original`, tagged. */
  'image.retagged': { readonly name: string; readonly original: string };
  'image.tagged-here': { readonly name: string };
  'image.built-here': { readonly name: string };
  'image.committed': { readonly name: string; readonly base?: string };
  'image.loaded': { readonly name: string };
  'image.imported': { readonly name: string };
  /** The registry knows it, from here. */
  'image.pushed-from-here': { readonly name: string };
  'image.not-pulled': { readonly name: string };
  'image.not-verified': { readonly name: string; readonly digest: string };
  /** `broken`: `config`, or digests of layers. */
  'image.damaged': { readonly name: string; readonly broken: readonly string[] };

  'image.no-container': { readonly name: string };
  'image.container-gone': { readonly name: string };
  'image.container-of-older': { readonly name: string; readonly container: string };
  'image.more-containers': {
    readonly name: string;
    readonly expected: number;
    readonly seen: readonly string[];
  };

  'image.base-absent': { readonly name: string; readonly base: string };
  'image.other-base': { readonly name: string; readonly base: string };
  'image.other-platform': { readonly name: string; readonly expected: string; readonly seen: string };
  'image.tag-elsewhere': { readonly name: string; readonly tag: string };
}
