import type { Catalogue } from '../catalogue';
import type { ContainerMessages } from '../codes/container';

export const container: Catalogue<ContainerMessages> = {
  'container.absent': ({ name }) => ({
    says: `Il n’y a pas de conteneur nommé « ${name} ».`,
    hint: 'docker ps -a liste tous les conteneurs, arrêtés compris.',
  }),
};
