import type { Catalogue } from '../catalogue';
import type { ContainerMessages } from '../codes/container';

export const container: Catalogue<ContainerMessages> = {
  'container.absent': ({ name }) => ({
    says: `There is no container named "${name}".`,
    hint: 'docker ps -a lists all containers, stopped ones included.',
  }),
};
