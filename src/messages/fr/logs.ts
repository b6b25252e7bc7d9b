import type { Catalogue } from '../catalogue';
import type { LogsMessages } from '../codes/logs';
import { answerYes, met, question } from './apt-words';
import { quote as q } from './quote';

const inMainShell = (exec?: true): string =>
  exec
    ? 'Seul compte ce qui est tapé dans son shell principal, où mène docker attach : un shell ouvert avec docker exec ne laisse pas de trace.'
    : 'Rattachez-vous au conteneur et tapez la commande dans son shell.';

export const logs: Catalogue<LogsMessages> = {
  'logs.empty': ({ name }) => ({
    says: `Le conteneur ${q(name)} n’a encore rien affiché.`,
    hint: 'docker logs montre ce que son processus principal affiche, pas les commandes lancées avec docker exec.',
    command: `docker logs ${name}`,
  }),
  'logs.not-there': ({ name }) => ({
    says: `Ce que le conteneur ${q(name)} a affiché ne contient pas ce qui est attendu.`,
    hint: 'docker logs montre ce qu’il a affiché.',
    command: `docker logs ${name}`,
  }),
  'logs.other-stream': ({ name, expected }) => ({
    says: `Le texte attendu est bien affiché par ${q(name)}, mais sur ${expected === 'stdout' ? 'la sortie d’erreur au lieu de la sortie standard' : 'la sortie standard au lieu de la sortie d’erreur'}.`,
  }),
  'logs.no-terminal': ({ name }) => ({
    says: `Le conteneur ${q(name)} n’a pas de terminal : rien de ce qui y est tapé n’est conservé.`,
    hint: 'Recréez-le avec un terminal interactif (options -i et -t).',
  }),
  'logs.nothing-typed': ({ name, exec }) => ({
    says: `Rien n’a encore été tapé dans le shell du conteneur ${q(name)}.`,
    hint: inMainShell(exec),
    command: `docker attach ${name}`,
  }),
  'logs.not-typed': ({ name, exec }) => ({
    says: `La commande attendue n’a pas été tapée dans le shell du conteneur ${q(name)}.`,
    hint: inMainShell(exec),
    command: `docker attach ${name}`,
  }),
  'logs.declined': ({ name, command, yes, answer }) => ({
    says: `${q(command)} a été tapé dans le conteneur ${q(name)} ; apt a demandé ${question(yes)} et ${met(answer)} : rien n’a été installé.`,
    hint: `Retapez la commande, puis ${answerYes(yes)}.`,
    command: `docker attach ${name}`,
  }),
  'logs.unanswered': ({ name, command, yes }) => ({
    says: `${q(command)} a été tapé dans le conteneur ${q(name)} ; apt attend une réponse à ${question(yes)}.`,
    hint: `Retournez dans le conteneur et ${answerYes(yes)}.`,
    command: `docker attach ${name}`,
  }),
  'logs.printed-not-typed': ({ name }) => ({
    says: `La commande attendue apparaît dans la session de ${q(name)}, mais pas derrière l’invite du shell : elle y a été affichée, pas tapée.`,
    hint: 'Tapez-la dans le shell du conteneur.',
    command: `docker attach ${name}`,
  }),
  'logs.ran-failed': ({ name, command, said }) => ({
    says:
      said === ''
        ? `${q(command)} a été tapé dans le conteneur ${q(name)}, mais n’est pas encore terminé.`
        : `${q(command)} a été tapé dans le conteneur ${q(name)}, mais la console ne montre pas de réussite : ${q(said)}.`,
    hint: 'Rattachez-vous au conteneur, lisez ce que la console affiche, et tapez la commande jusqu’à ce qu’elle réussisse.',
    command: `docker attach ${name}`,
  }),
};
