import type { ImageFaults } from '../../evidence/fault-image';
import type { Catalogue } from '../catalogue';

const why: Readonly<Record<ImageFaults['image.untraced']['why'], string>> = {
  loaded: 'elle a été chargée depuis un fichier (docker load), qui peut contenir la vraie ou une autre',
  unnamed: 'elle n’a plus de nom d’un registre',
  gone: 'elle a été supprimée',
};

export const imageFaults: Catalogue<ImageFaults> = {
  'image.untraced': ({ name, why: which }) => ({
    says: `On ne peut plus savoir si l’image du conteneur est bien « ${name} » : ${why[which]}.`,
    hint: 'Récupérez l’image sur le registre et relancez la correction ; si cela ne suffit pas, recréez le conteneur.',
    command: `docker pull ${name}`,
  }),
};
