import type { CleanRoomError } from './clean-room-error';
import type { Language } from '../text/language';

type Codes = CleanRoomError['code'];

/** What to do about it, where the machine's owner can do something; the rest says what happened in the words of the programs that it happened to. */
const remedies: Readonly<Record<Language, Partial<Readonly<Record<Codes, string>>>>> = {
  fr: {
    'cleanroom.not-linux-root':
      'il faut Linux, et les droits de root pour ses espaces réseau. Relancez la même commande avec sudo.',
    'cleanroom.no-free-slot':
      'trop de moteurs jetables tournent déjà sur cette machine. Attendez qu’ils aient fini, puis recommencez.',
    'cleanroom.not-empty':
      'quelque chose y tourne encore et ne se laisse pas arrêter. Redémarrez la machine si cela se reproduit.',
    'cleanroom.aborted': 'la préparation a été interrompue.',
  },
  en: {
    'cleanroom.not-linux-root':
      'this needs Linux, and root for its network namespaces. Run the same command with sudo.',
    'cleanroom.no-free-slot':
      'too many disposable engines run on this machine already. Wait until they are done, then try again.',
    'cleanroom.not-empty':
      'something in it still runs and cannot be ended. Restart the machine if it happens again.',
    'cleanroom.aborted': 'the preparation was interrupted.',
  },
};

/** Why there is no clean room, and what to try; to be put behind a colon, and still to be escaped. */
export const textOfCleanRoomError = ({ code, message }: CleanRoomError, language: Language): string =>
  remedies[language][code] ?? message;
