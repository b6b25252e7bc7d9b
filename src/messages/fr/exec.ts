import type { Catalogue } from '../catalogue';
import type { ExecMessages } from '../codes/exec';
import { quote as q } from './quote';

const shown = (output: string): string => (output === '' ? 'rien' : q(output));

export const exec: Catalogue<ExecMessages> = {
  'exec.never-ends': ({ command, container, seconds }) => ({
    says: `Dans le conteneur ${q(container)}, la commande ${q(command)} n’était pas terminée au bout de ${seconds} s.`,
    hint: 'Essayez-la dans le conteneur : attend-elle une saisie, ou un service qui ne répond pas ?',
    command: `docker exec ${container} ${command}`,
  }),
  'exec.not-found': ({ program, container }) => ({
    says: `Le programme ${q(program)} n’existe pas dans le conteneur ${q(container)}.`,
    hint: 'Installez-le dans le conteneur.',
  }),
  'exec.not-executable': ({ program, container }) => ({
    says: `${q(program)} est dans le conteneur ${q(container)}, mais il n’a pas le droit d’être exécuté.`,
    hint: 'Regardez ses droits (ls -l), puis chmod +x.',
    command: `chmod +x ${program}`,
  }),
  'exec.no-such-user': ({ user, container }) => ({
    says: `L’utilisateur ${q(user)} n’existe pas dans le conteneur ${q(container)}.`,
    hint: 'Créez-le dans le conteneur.',
    command: `useradd ${user}`,
  }),
  'exec.no-such-folder': ({ folder, container }) => ({
    says: `Le dossier ${q(folder)} n’existe pas dans le conteneur ${q(container)}.`,
    hint: 'Créez-le dans le conteneur.',
    command: `mkdir -p ${folder}`,
  }),
  'exec.exit-code': ({ command, code, output }) => ({
    says: `La commande ${q(command)} a rendu le code ${code}${output === '' ? '' : ` et dit ${q(output)}`}.`,
    hint: 'Essayez-la dans le conteneur.',
  }),
  'exec.output-differs': ({ command, output }) => ({
    says: `La commande ${q(command)} affiche ${shown(output)}, ce qui n’est pas attendu.`,
    hint: 'Essayez-la dans le conteneur.',
  }),
  'exec.other-stream': ({ command, expected }) => ({
    says:
      expected === 'stdout'
        ? `La commande ${q(command)} affiche cela sur la sortie d’erreur au lieu de la sortie standard.`
        : `La commande ${q(command)} affiche cela sur la sortie standard au lieu de la sortie d’erreur.`,
    hint: 'La sortie d’erreur se redirige avec 2>.',
  }),
};
