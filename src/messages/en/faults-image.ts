import type { ImageFaults } from '../../evidence/fault-image';
import type { Catalogue } from '../catalogue';

const why: Readonly<Record<ImageFaults['image.untraced']['why'], string>> = {
  loaded: 'it was loaded from a file (docker load), which may hold the real one or another',
  unnamed: 'it has no name of a registry any more',
  gone: 'it was removed',
};

export const imageFaults: Catalogue<ImageFaults> = {
  'image.untraced': ({ name, why: which }) => ({
    says: `Nobody can tell any more whether the image that the container runs is "${name}": ${why[which]}.`,
    hint: 'Pull the image from the registry and grade again; if that is not enough, make the container again.',
    command: `docker pull ${name}`,
  }),
};
