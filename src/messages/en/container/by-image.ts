import type { Catalogue } from '../../catalogue';
import type { ContainerByImage } from '../../codes/container/by-image';
import { quote as q } from '../quote';

export const byImage: Catalogue<ContainerByImage> = {
  'container.image-absent': ({ image }) => ({
    says: `No container was run from the image ${q(image)}, and the image is not on this machine either.`,
    hint: 'docker run gets the image if it is missing, then runs the container; check how its name is spelt.',
    command: `docker run ${image}`,
  }),
  'container.image-only-pulled': ({ image }) => ({
    says: `The image ${q(image)} is there, but no container was run from it.`,
    hint: 'Pulling an image does not run it: a container has to be run from it.',
    command: `docker run ${image}`,
  }),
  'container.of-image-removed': ({ image }) => ({
    says: `A container was run from the image ${q(image)}, but it was removed: it cannot be looked at any more.`,
    hint: 'Run it again, and leave it on the machine until it is graded.',
    command: `docker run ${image}`,
  }),
  'container.was-stopped': ({ name, at }) => ({
    says: `The container ${q(name)} runs, but it was stopped and started again (stopped: ${at}).`,
    hint: 'Ctrl-P then Ctrl-Q leaves the console without stopping the container; exit and Ctrl-D stop it. Begin again with a new container.',
  }),
};
