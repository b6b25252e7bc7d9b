import type { Catalogue } from '../../catalogue';
import type { ContainerByImage } from '../../codes/container/by-image';
import { quote as q } from '../quote';

export const byImage: Catalogue<ContainerByImage> = {
  'container.image-absent': ({ image }) => ({
    says: `Aucun conteneur n’a été lancé d’après l’image ${q(image)}, qui n’est pas non plus sur cette machine.`,
    hint: 'docker run récupère l’image si elle manque, puis lance le conteneur ; vérifiez l’orthographe de son nom.',
    command: `docker run ${image}`,
  }),
  'container.image-only-pulled': ({ image }) => ({
    says: `L’image ${q(image)} est là, mais aucun conteneur n’en a été lancé.`,
    hint: 'Récupérer une image ne l’exécute pas : il faut en lancer un conteneur.',
    command: `docker run ${image}`,
  }),
  'container.of-image-removed': ({ image }) => ({
    says: `Un conteneur de l’image ${q(image)} a bien été lancé, mais il a été supprimé : il ne peut plus être examiné.`,
    hint: 'Relancez-le, et laissez-le sur la machine jusqu’à la correction.',
    command: `docker run ${image}`,
  }),
  'container.was-stopped': ({ name, at }) => ({
    says: `Le conteneur ${q(name)} tourne, mais il a été arrêté puis redémarré (arrêt : ${at}).`,
    hint: 'Ctrl-P puis Ctrl-Q quitte la console sans arrêter le conteneur ; exit et Ctrl-D l’arrêtent. Recommencez avec un conteneur neuf.',
  }),
};
