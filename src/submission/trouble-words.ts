import type { RoomTrouble } from '../cleanroom';
import type { Language } from '../text/language';

const words: Readonly<Record<Language, Readonly<Record<RoomTrouble, string>>>> = {
  fr: {
    'room.time-over': 'Le temps du moteur jetable était écoulé : tout ce qui y tournait a été arrêté.',
    'room.engine-silent':
      'Le moteur jetable ne répondait plus : il a été arrêté ou bloqué pendant que le rendu était joué.',
    'room.disk-full':
      'Le disque du moteur jetable était plein : ce qui devait encore y être écrit ne l’a pas été.',
    'room.too-many-processes':
      'Trop de processus tournaient dans le moteur jetable : la limite était atteinte, et d’autres programmes n’ont pas pu démarrer.',
    'room.out-of-memory':
      'La mémoire du moteur jetable était épuisée : des programmes y ont été arrêtés de force.',
  },
  en: {
    'room.time-over': 'The time of the disposable engine was over: all that ran there was stopped.',
    'room.engine-silent':
      'The disposable engine no longer answered: it was stopped or blocked while the submission was played.',
    'room.disk-full':
      'The disk of the disposable engine was full: what was still to be written there was not.',
    'room.too-many-processes':
      'Too many processes ran in the disposable engine: the limit was reached, and other programs could not start.',
    'room.out-of-memory': 'The memory of the disposable engine was used up: programs in it were killed.',
  },
};

/** What went wrong with a submission's room, in a sentence for students. */
export const textOfTrouble = (trouble: RoomTrouble, language: Language): string => words[language][trouble];
