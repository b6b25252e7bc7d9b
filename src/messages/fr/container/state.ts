import type { Catalogue } from '../../catalogue';
import type { ContainerStates } from '../../codes/container/state';
import { quote as q } from '../quote';

const again = (name: string): string => `docker rm ${name}, puis docker run …`;

export const states: Catalogue<ContainerStates> = {
  'container.options-after-image': ({ name, options }) => ({
    says: `${q(options)} est placé après le nom de l’image : Docker y a vu la commande à lancer dans ${q(name)}, pas une option.`,
    hint: 'Les options de docker run vont avant le nom de l’image ; supprimez ce conteneur et recréez-le.',
    command: again(name),
  }),
  'container.name-kept-by-attempt': ({ name, other }) => ({
    says: `Le nom ${q(name)} est celui d’un conteneur qui ne tourne pas ; celui qui tourne, avec l’image et les ports demandés, s’appelle ${q(other)}.`,
    hint: 'Supprimez celui qui ne tourne pas, puis donnez son nom à l’autre.',
    command: `docker rm ${name} && docker rename ${other} ${name}`,
  }),
  'container.never-started': ({ name }) => ({
    says: `Le conteneur ${q(name)} est créé, mais il n’a jamais démarré.`,
    hint: 'docker create ne fait que créer ; il reste à démarrer le conteneur.',
    command: `docker start ${name}`,
  }),
  'container.port-taken': ({ name, port, holder }) => ({
    says: `Le conteneur ${q(name)} n’a pas pu démarrer : le port ${port} de l’hôte est déjà pris par le conteneur ${q(holder)}.`,
    hint: `Libérez le port (arrêtez ou supprimez ${q(holder)}), puis démarrez ${q(name)}.`,
    command: `docker stop ${holder} && docker start ${name}`,
  }),
  'container.port-taken-on-host': ({ name, port }) => ({
    says: `Le conteneur ${q(name)} n’a pas pu démarrer : le port ${port} de l’hôte était déjà pris.`,
    hint: `Un autre conteneur ou un programme de la machine tient ce port ; libérez-le, puis démarrez ${q(name)}.`,
    command: `docker start ${name}`,
  }),
  'container.program-not-found': ({ name, program }) => ({
    says: `Le conteneur ${q(name)} n’a pas pu démarrer : le programme ${q(program)} n’existe pas dans l’image.`,
    hint: 'Ce qui suit le nom de l’image est la commande à lancer : vérifiez-la, ou ne mettez rien.',
    command: again(name),
  }),
  'container.program-not-executable': ({ name, program }) => ({
    says: `Le conteneur ${q(name)} n’a pas pu démarrer : ${q(program)} n’est pas un programme exécutable.`,
    hint: 'Ce qui suit le nom de l’image est la commande à lancer : vérifiez-la, ou ne mettez rien.',
    command: again(name),
  }),
  'container.start-failed': ({ name, error }) => ({
    says: `Le conteneur ${q(name)} n’a pas pu démarrer ; le moteur dit : ${error}`,
    hint: 'Corrigez ce que dit le message, puis recréez le conteneur.',
  }),
  'container.left-shell': ({ name }) => ({
    says: `Le conteneur ${q(name)} est arrêté : son shell a été quitté avec exit ou Ctrl-D, et un conteneur s’arrête avec son processus principal.`,
    hint: 'Redémarrez-le ; pour le quitter sans l’arrêter, tapez Ctrl-P puis Ctrl-Q.',
    command: `docker start -ai ${name}`,
  }),
  'container.shell-without-terminal': ({ name, program }) => ({
    says: `Le conteneur ${q(name)} s’est arrêté aussitôt : sans terminal, ${q(program)} n’a rien à lire et se termine.`,
    hint: 'Recréez le conteneur avec un terminal interactif (options -i et -t).',
    command: again(name),
  }),
  'container.stopped': ({ name }) => ({
    says: `Le conteneur ${q(name)} a été arrêté avec docker stop ; il doit tourner.`,
    hint: 'Un conteneur arrêté se redémarre, sans le recréer.',
    command: `docker start ${name}`,
  }),
  'container.killed': ({ name }) => ({
    says: `Le conteneur ${q(name)} a été arrêté avec docker kill ; il doit tourner.`,
    hint: 'Un conteneur arrêté se redémarre, sans le recréer.',
    command: `docker start ${name}`,
  }),
  'container.hung-up': ({ name }) => ({
    says: `Le conteneur ${q(name)} est arrêté : le terminal où docker run a été tapé a été fermé, et son shell avec lui.`,
    hint: 'Redémarrez-le ; avant de fermer le terminal, appuyez sur Ctrl-P puis Ctrl-Q.',
    command: `docker start ${name}`,
  }),
  'container.ended-by-signal': ({ name, code }) => ({
    says: `Le conteneur ${q(name)} est arrêté (code ${code}) : un signal a mis fin à son processus, par docker stop, docker kill ou un arrêt du moteur.`,
    hint: 'Un conteneur arrêté se redémarre, sans le recréer.',
    command: `docker start ${name}`,
  }),
  'container.engine-restarted': ({ name }) => ({
    says: `Le conteneur ${q(name)} s’est arrêté avec le moteur Docker (ou la machine), qui a redémarré depuis.`,
    hint: 'Après un redémarrage, les conteneurs se relancent à la main, sauf politique de redémarrage.',
    command: `docker start ${name}`,
  }),
  'container.interrupted': ({ name }) => ({
    says: `Le conteneur ${q(name)} est arrêté : Ctrl-C a interrompu son processus principal.`,
    hint: 'Redémarrez-le ; pour le quitter sans l’arrêter, Ctrl-P puis Ctrl-Q (avec -it), ou lancez-le avec -d.',
    command: `docker start ${name}`,
  }),
  'container.out-of-memory': ({ name, limit }) => ({
    says:
      limit === undefined
        ? `Le conteneur ${q(name)} a été arrêté par le noyau, faute de mémoire.`
        : `Le conteneur ${q(name)} a été arrêté par le noyau : il lui fallait plus que sa limite de mémoire (${limit}).`,
    hint: 'Recréez-le avec une limite plus haute, ou un programme plus sobre.',
  }),
  'container.finished': ({ name, program }) => ({
    says: `Le conteneur ${q(name)} est arrêté : sa commande, ${q(program)}, s’est terminée d’elle-même, sans erreur.`,
    hint: 'Un conteneur ne vit que le temps de son processus principal.',
  }),
  'container.exited-with': ({ name, program, code }) => ({
    says: `Le conteneur ${q(name)} s’est arrêté sur une erreur : ${q(program)} a rendu le code ${code}.`,
    hint: 'Ses journaux disent souvent pourquoi.',
    command: `docker logs ${name}`,
  }),
  'container.paused': ({ name }) => ({
    says: `Le conteneur ${q(name)} est en pause : ses processus sont gelés.`,
    hint: 'Mettez fin à la pause.',
    command: `docker unpause ${name}`,
  }),
  'container.crash-looping': ({ name, code, restarts }) => ({
    says: `Le conteneur ${q(name)} s’arrête aussitôt démarré, et sa politique de redémarrage le relance sans fin (${restarts} fois déjà, code ${code}).`,
    hint: 'Ses journaux disent pourquoi il s’arrête.',
    command: `docker logs ${name}`,
  }),
  'container.dead': ({ name }) => ({
    says: `Le conteneur ${q(name)} est à l’état « dead » : sa suppression a échoué en chemin.`,
    hint: 'Forcez sa suppression, puis recréez-le.',
    command: `docker rm -f ${name}`,
  }),
  'container.removing': ({ name }) => ({
    says: `Le conteneur ${q(name)} est en cours de suppression.`,
    hint: 'Attendez la fin de la suppression, puis recréez-le.',
  }),
  'container.still-running': ({ name }) => ({
    says: `Le conteneur ${q(name)} tourne encore ; il doit être arrêté.`,
    hint: 'Attendez la fin de sa commande, ou arrêtez-le.',
    command: `docker stop ${name}`,
  }),
  'container.not-paused': ({ name, runs }) => ({
    says: runs
      ? `Le conteneur ${q(name)} tourne ; il doit être en pause.`
      : `Le conteneur ${q(name)} ne tourne pas ; il doit tourner et être en pause.`,
    hint: 'Une pause gèle les processus d’un conteneur qui tourne ; docker unpause y met fin.',
    command: runs ? `docker pause ${name}` : `docker start ${name} && docker pause ${name}`,
  }),
  'container.paused-not-stopped': ({ name }) => ({
    says: `Le conteneur ${q(name)} est seulement en pause ; il doit être arrêté.`,
    hint: 'Mettez fin à la pause, puis arrêtez-le.',
    command: `docker unpause ${name} && docker stop ${name}`,
  }),
  'container.was-started': ({ name }) => ({
    says: `Le conteneur ${q(name)} a été démarré ; il doit être créé sans être démarré.`,
    hint: 'docker create crée un conteneur sans le démarrer ; un conteneur déjà démarré est à recréer.',
    command: `docker rm -f ${name}, puis docker create …`,
  }),
  'container.health-starting': ({ name }) => ({
    says: `Le contrôle de santé de ${q(name)} n’a pas encore de résultat.`,
    hint: 'Attendez quelques secondes et recommencez.',
  }),
  'container.unhealthy': ({ name, output }) => ({
    says: `Le contrôle de santé de ${q(name)} échoue${output === '' ? '' : ` : ${output}`}.`,
    hint: 'docker inspect montre les derniers contrôles (State.Health.Log).',
  }),
  'container.no-health-check': ({ name }) => ({
    says: `Le conteneur ${q(name)} n’a pas de contrôle de santé.`,
    hint: 'Il vient de l’image (HEALTHCHECK) ou de docker run (--health-cmd).',
  }),
};
