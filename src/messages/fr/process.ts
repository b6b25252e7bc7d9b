import type { Catalogue } from '../catalogue';
import type { ProcessMessages } from '../codes/process';
import { quote as q, quoteAll } from './quote';

export const processes: Catalogue<ProcessMessages> = {
  'process.absent': ({ process, container, running }) => ({
    says:
      running.length === 0
        ? `Aucun processus ${q(process)} ne tourne dans le conteneur ${q(container)}.`
        : `Aucun processus ${q(process)} ne tourne dans le conteneur ${q(container)} ; on y voit ${quoteAll(running)}.`,
    hint: 'docker top montre les processus d’un conteneur, vus de l’hôte.',
    command: `docker top ${container}`,
  }),
  'process.zombie': ({ process, container }) => ({
    says: `Le processus ${q(process)} du conteneur ${q(container)} s’est terminé ; il n’en reste qu’une trace (« defunct »).`,
    hint: 'Relancez-le, et regardez pourquoi il se termine.',
    command: `docker attach ${container}`,
  }),
  'process.not-installed': ({ process, container, package: name }) => ({
    says: `${q(process)} ne peut pas tourner : le paquet ${q(name)} n’est pas installé dans le conteneur ${q(container)}.`,
    hint: 'Installez-le dans le conteneur, après apt update.',
    command: `apt update && apt install -y ${name}`,
  }),
  'process.installed-not-started': ({ container, program }) => ({
    says: `${q(program)} est installé dans le conteneur ${q(container)}, mais il ne tourne pas.`,
    hint: 'Dans un conteneur, ni l’installation ni un redémarrage ne lancent le service : lancez-le vous-même.',
    command: `service ${program} start`,
  }),
  'process.container-restarted': ({ process, container, main }) => ({
    says: `Le conteneur ${q(container)} a été redémarré : seul son processus principal (${main}) repart, pas ${q(process)}.`,
    hint: 'Ce qui a été lancé à la main dans le conteneur est à relancer après chaque redémarrage.',
    command: `docker attach ${container}`,
  }),
  'process.only-main': ({ process, container, main }) => ({
    says: `Seul ${q(main)} tourne dans le conteneur ${q(container)} ; ${q(process)} n’y tourne pas.`,
    hint: 'Rattachez-vous au conteneur et lancez le programme.',
    command: `docker attach ${container}`,
  }),
  'process.other-program': ({ process, container, found }) => ({
    says: `Dans le conteneur ${q(container)}, c’est ${q(found)} qui tourne, pas ${q(process)}.`,
    hint: 'Vérifiez quel programme la consigne demande.',
  }),
  'process.count': ({ process, container, count }) => ({
    says: `Le conteneur ${q(container)} a ${count} processus ${q(process)}.`,
    hint: 'docker top les montre.',
    command: `docker top ${container}`,
  }),
  'process.other-user': ({ process, users }) => ({
    says: `Le processus ${q(process)} tourne sous l’utilisateur ${quoteAll(users)}.`,
    hint: 'docker top montre l’utilisateur de chaque processus.',
  }),
};
