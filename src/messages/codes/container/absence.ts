/** Why there is no container of the name asked for (`name`); `found` is the container that is probably meant. */
export interface ContainerAbsence {
  'container.absent': { readonly name: string };
  'container.name-case': { readonly name: string; readonly found: string };
  'container.name-similar': { readonly name: string; readonly found: string };
  'container.compose-name': { readonly name: string; readonly found: string };
  /** Docker chose the name, since none was given. */
  'container.random-name': { readonly name: string; readonly found: string; readonly image: string };
  'container.other-name': { readonly name: string; readonly found: string; readonly image: string };
  /** Several attempts without a name; `found` is the one to keep. */
  'container.unnamed-attempts': {
    readonly name: string;
    readonly found: string;
    readonly image: string;
    readonly count: number;
  };
  /** `-h` was taken for `--name`. */
  'container.hostname-not-name': { readonly name: string; readonly found: string };
  'container.renamed-away': { readonly name: string; readonly found: string };
  'container.removed': { readonly name: string };
  /** It went when it ended: `--rm`, or `docker rm` right after. */
  'container.removed-by-itself': { readonly name: string };
  /** Nothing but its removal is recorded, as of a `docker run` that the engine refused. */
  'container.refused-or-removed': { readonly name: string };
  /** The lab itself asks that it goes; what is asked here had to be seen before. */
  'container.gone-as-asked': { readonly name: string };
  'container.renamed-not-removed': { readonly name: string; readonly found: string };
  'container.pruned': { readonly name: string };
  'container.image-never-run': { readonly name: string; readonly image: string };
  /** Neither the container nor the image that it needs. */
  'container.image-not-there': { readonly name: string; readonly image: string; readonly similar?: string };
  'container.only-others': {
    readonly name: string;
    readonly others: readonly string[];
    readonly image?: string;
  };
  'container.engine-empty': { readonly name: string };
}
