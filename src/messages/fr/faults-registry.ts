import type { RegistryFaults } from '../../evidence/fault-registry';
import type { Catalogue } from '../catalogue';
import { quote } from './quote';

export const registryFaults: Catalogue<RegistryFaults> = {
  'registry.unreachable': ({ name, detail }) => ({
    says: `Le registre de ${quote(name)} ne répond pas au moteur Docker (${detail}) : impossible de savoir d’où vient l’image.`,
    hint: 'Vérifiez que la machine du moteur a accès à Internet, puis relancez la correction.',
  }),
  'registry.rate-limited': ({ name }) => ({
    says: `Le registre de ${quote(name)} refuse de répondre : trop de demandes sont parties de cette adresse.`,
    hint: 'Relancez la correction plus tard. Un compte Docker Hub donne droit à davantage de demandes.',
    command: 'docker login',
  }),
  'registry.denied': ({ name }) => ({
    says: `Le registre ne dit rien de ${quote(name)} sans identification : ce dépôt est privé, ou il n’existe pas.`,
    hint: 'L’auteur du TP peut indiquer lui-même les empreintes attendues (« digests: »).',
  }),
  'registry.other-mirror': ({ name, mirrors }) => ({
    says: `Pour ${quote(name)}, ce moteur n’interroge pas Docker Hub mais un miroir (${mirrors.join(', ')}) que ce TP ne reconnaît pas : on ne peut pas dire d’où vient l’image.`,
    hint: 'Retirez le miroir de la configuration du moteur, redémarrez-le et récupérez l’image de nouveau ; ou signalez-le à votre enseignant, qui peut nommer le miroir dans le TP.',
  }),
  'registry.failed': ({ name, status, detail }) => ({
    says: `Le registre de ${quote(name)} a répondu par une erreur (${status} : ${detail}).`,
    hint: 'Relancez la correction dans quelques minutes.',
  }),
};
