import type { EventFaults } from '../../evidence/fault-events';
import type { Catalogue } from '../catalogue';

const because: Readonly<Record<EventFaults['events.window']['reason'], string>> = {
  flushed: 'le moteur ne garde que les 256 derniers événements, et de plus récents ont chassé les vôtres',
  restarted: 'le moteur a été redémarré, et il a oublié les événements d’avant',
  unknown: 'le moteur ne garde que les 256 derniers événements, et les oublie à chaque redémarrage',
  overlap:
    'une trace a été vue, mais à un moment où autre chose a pu la laisser (une correction interrompue, ou docker run lui-même)',
};

export const eventFaults: Catalogue<EventFaults> = {
  'events.not-recorded': ({ engine, command }) => ({
    says: `${engine} n’enregistre pas ${command} : sur ce moteur, on ne peut pas savoir si la commande a été tapée.`,
    hint: 'Vous n’y pouvez rien, et aucun point n’est perdu. Avec un moteur Docker, cette étape se vérifie ; signalez-le à votre enseignant.',
  }),
  'events.window': ({ reason }) => ({
    says: `Impossible de savoir si cela a été fait : ${because[reason]}.`,
    hint: 'Refaites-le, puis relancez aussitôt la correction ; ou laissez npm run watch ouvert dans un autre terminal : il enregistre tout au fur et à mesure.',
  }),
};
