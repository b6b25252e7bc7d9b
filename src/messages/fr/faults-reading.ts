import type { ReadingFaults } from '../../evidence/fault-reading';
import type { Catalogue } from '../catalogue';
import { asked } from './asked';

export const readingFaults: Catalogue<ReadingFaults> = {
  deadline: ({ call, deadlineMs }) => ({
    says: `Quand Vigie lui a demandé ${asked(call)}, le moteur Docker n’a pas répondu en ${deadlineMs / 1000} s.`,
    hint: 'Relancez la correction ; si cela persiste, redémarrez le moteur.',
  }),
  cancelled: () => ({ says: 'La correction a été interrompue.', hint: 'Relancez-la.' }),
  'too-large': ({ call, maxBytes }) => ({
    says: `Quand Vigie lui a demandé ${asked(call)}, le moteur Docker a répondu plus de ${Math.round(maxBytes / 1024)} Kio : c’est trop pour être lu.`,
    hint: 'Signalez-le à votre enseignant.',
  }),
  'value.cut': ({ what, bytes, items, deadlineMs, why }) => ({
    says:
      why === 'rotated'
        ? `« ${what} » n’est connu qu’en partie : le pilote de journal du conteneur a déjà supprimé le début de ce qu’il a affiché.`
        : why === 'unclear'
          ? `« ${what} » n’est connu qu’en partie : une ligne au moins a été corrigée de telle façon que l’écran ne dit plus ce qui a été exécuté.`
          : bytes !== undefined
            ? `« ${what} » est trop long pour être lu en entier (limite : ${Math.round(bytes / 1024)} Kio) : ce que le TP demande n’est pas dans la partie lue, et peut se trouver dans le reste.`
            : items !== undefined
              ? `« ${what} » a trop d’éléments pour être lu en entier (limite : ${items}) : ce que le TP demande n’est pas dans la partie lue, et peut se trouver dans le reste.`
              : deadlineMs !== undefined
                ? `« ${what} » n’est pas connu : la commande ne s’est pas terminée en ${deadlineMs / 1000} s.`
                : `« ${what} » n’a été lu qu’en partie : ce que le TP demande peut se trouver dans le reste.`,
    hint:
      why === 'rotated'
        ? 'Aucun point n’est perdu. Recréez le conteneur sans --log-opt max-size si le TP le permet ; sinon, signalez-le à votre enseignant.'
        : why === 'unclear'
          ? 'Aucun point n’est perdu. Tapez la commande encore une fois, sur une ligne courte, puis relancez la correction.'
          : deadlineMs !== undefined
            ? 'La machine est-elle très occupée ? Relancez la correction ; si cela persiste, signalez-le à votre enseignant.'
            : 'Aucun point n’est perdu. Raccourcissez cette sortie ou ce fichier si vous le pouvez, puis relancez la correction ; sinon, signalez-le à votre enseignant.',
  }),
  'log.unreadable': ({ name, driver }) => ({
    says:
      driver === 'none'
        ? `Le conteneur « ${name} » a été créé avec --log-driver none : Docker n’a rien gardé de ce qui y a été affiché ou tapé.`
        : driver === ''
          ? `Docker ne peut pas relire ce que le conteneur « ${name} » a affiché.`
          : `Le conteneur « ${name} » a été créé avec --log-driver ${driver} : ce qui y est affiché ou tapé part ailleurs, et Docker ne peut pas le relire.`,
    hint: `Aucun point n’est perdu. Supprimez le conteneur « ${name} », recréez-le sans l’option --log-driver, puis refaites-y ce que le TP demande. Si vous n’avez pas donné cette option, signalez-le à votre enseignant : le moteur est réglé ainsi.`,
  }),
  unsupported: ({ call }) => ({
    says: `Ce moteur ne sait pas donner ${asked(call)}.`,
    hint: 'Corrigez ce TP avec un moteur Docker, ou signalez-le à votre enseignant.',
  }),
  'format.unknown': ({ of }) => ({
    says:
      of === 'packages'
        ? 'Les paquets de ce conteneur sont enregistrés dans un format que Vigie ne sait pas lire (RPM antérieur à 4.16, ou SUSE).'
        : 'Le contenu de cette image est compressé d’une façon que Vigie ne sait pas lire (zstd).',
    hint: 'Vous n’y pouvez rien, et aucun point n’est perdu ; signalez-le à votre enseignant.',
  }),
  'fact.not-collected': ({ key }) => ({
    says: `Le relevé ne contient pas « ${key} » : il a été pris pour d’autres TP, ou pour une autre version de celui-ci.`,
    hint: 'Faites un nouveau relevé avec ce TP tel qu’il est, ou nommez les TP pour lesquels il a été pris.',
  }),
  'grader.crashed': ({ title, said, texts }) => ({
    says: `Le test « ${title} », écrit pour ce cours, ne fonctionne pas${(texts?.fr ?? said) ? ` : ${texts?.fr ?? said}` : ''}.`,
    hint: 'Ce n’est pas votre faute : signalez-le à votre enseignant.',
  }),
};
