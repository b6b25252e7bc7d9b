import type { Catalogue } from '../catalogue';
import type { EventMessages } from '../codes/event';
import { quote as q } from './quote';

const detach = 'Pour quitter un conteneur sans l’arrêter : Ctrl-P puis Ctrl-Q.';

export const event: Catalogue<EventMessages> = {
  'event.none': ({ command, name }) => ({
    says: `Aucune trace de ${q(command)}${name === undefined ? '' : ` depuis la création du conteneur ${q(name)}`}.`,
    hint: 'Elle se tape dans un terminal de votre machine.',
    command,
  }),
  'event.happened': ({ command, count }) => ({
    says: `${q(command)} : vu ${count} fois, alors que cela n’aurait jamais dû avoir lieu.`,
  }),
  'event.count': ({ command, count }) => ({
    says: `${q(command)} : vu ${count} fois.`,
  }),
  'event.on-other-container': ({ command, name, found }) => ({
    says: `Aucune trace de ${q(command)} : la commande a été lancée sur le conteneur ${q(found)}, pas sur ${q(name)}.`,
    hint: 'Refaites-la sur le conteneur demandé.',
    command,
  }),
  'event.on-earlier-container': ({ command, name }) => ({
    says: `La commande a été lancée sur un conteneur précédent nommé ${q(name)}, supprimé depuis ; celui qui porte ce nom maintenant est un autre.`,
    hint: 'Refaites-la sur le conteneur actuel.',
    command,
  }),
  'event.attached-by-run': ({ name }) => ({
    says: `Le terminal n’a été relié à ${q(name)} qu’au lancement (docker run ou docker start) ; aucune trace de ${q(`docker attach ${name}`)} depuis.`,
    hint: `${detach} Rattachez-vous ensuite au conteneur en marche.`,
    command: `docker attach ${name}`,
  }),
  'event.exec-instead': ({ name, command }) => ({
    says: `Un nouveau shell a été ouvert dans ${q(name)} avec docker exec (${q(command)}) ; aucune trace de ${q(`docker attach ${name}`)}.`,
    hint: 'docker exec lance un processus de plus ; docker attach rejoint le processus principal du conteneur.',
    command: `docker attach ${name}`,
  }),
  'event.typed-inside': ({ name, typed }) => ({
    says: `Les processus ont été listés depuis l’intérieur du conteneur (${q(typed)}) ; aucune trace de ${q(`docker top ${name}`)}.`,
    hint: 'La commande demandée se tape dans le terminal de l’hôte.',
    command: `docker top ${name}`,
  }),
  'event.command-inside': ({ name, command }) => ({
    says: `${q(command)} a été tapé dans le conteneur ${q(name)}, où il n’y a pas de docker.`,
    hint: 'Quittez le conteneur avec Ctrl-P puis Ctrl-Q, puis tapez la commande dans le terminal de votre machine.',
    command,
  }),
  'event.ended-by-stop': ({ name }) => ({
    says: `Le conteneur ${q(name)} a été arrêté (docker stop) depuis sa création.`,
    hint: detach,
  }),
  'event.ended-by-restart': ({ name }) => ({
    says: `Le conteneur ${q(name)} a été redémarré (docker restart) depuis sa création : son processus principal s’est terminé, puis a recommencé.`,
    hint: detach,
  }),
  'event.ended-by-hangup': ({ name }) => ({
    says: `Le conteneur ${q(name)} s’est arrêté depuis sa création : le terminal où docker run a été tapé a été fermé.`,
    hint: detach,
  }),
  'event.ended-by-interrupt': ({ name }) => ({
    says: `Le conteneur ${q(name)} s’est arrêté depuis sa création : son processus principal a été interrompu (Ctrl-C).`,
    hint: detach,
  }),
  'event.ended-often': ({ name, count }) => ({
    says: `Le conteneur ${q(name)} s’est arrêté ${count} fois depuis sa création.`,
    hint: detach,
  }),
  'event.ended-by-kill': ({ name }) => ({
    says: `Le conteneur ${q(name)} a été arrêté de force depuis sa création.`,
    hint: detach,
  }),
  'event.ended-by-itself': ({ name, attached }) => ({
    says: attached
      ? `Le conteneur ${q(name)} s’est arrêté après que vous vous y êtes rattaché : son processus principal s’est terminé (exit ou Ctrl-D ferme le shell).`
      : `Le conteneur ${q(name)} s’est arrêté depuis sa création : son processus principal s’est terminé (exit ou Ctrl-D ferme le shell).`,
    hint: detach,
  }),
};
