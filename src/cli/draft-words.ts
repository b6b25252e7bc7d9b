import type { Absent } from '../draft/absent';
import type { Language } from '../text/language';

interface Words {
  readonly nothingNamed: string;
  readonly nothingToSay: string;
  readonly emptyName: string;
  readonly tooMany: (limit: number) => string;
  readonly badId: (id: string) => string;
}

/** What `vigie draft` has to say when it prints no lab. */
export const draftWords: Readonly<Record<Language, Words>> = {
  fr: {
    nothingNamed:
      'Rien à ébaucher : nommez ce que les étudiants doivent obtenir, par exemple vigie draft --container ubuntu --image ubuntu.',
    nothingToSay:
      'Rien de ce qui a été nommé ne peut être demandé à quelqu’un d’autre : un conteneur ou une image sans nom ne se retrouve pas.',
    emptyName: 'Un nom est vide : la variable qui devait le donner n’est peut-être pas définie.',
    tooMany: (limit) =>
      `Trop de noms pour un seul TP : ${limit} conteneurs et images au plus. Faites-en plusieurs ébauches.`,
    badId: (id) =>
      `« ${id} » ne peut pas être l’identifiant d’un TP : lettres sans accent, chiffres, « . », « _ » et « - », 64 au plus.`,
  },
  en: {
    nothingNamed:
      'Nothing to draft: name what students have to end up with, for instance vigie draft --container ubuntu --image ubuntu.',
    nothingToSay:
      'Nothing of what was named can be asked of somebody else: a container or an image without a name is not found again.',
    emptyName: 'A name is empty: perhaps the variable that should give it is not set.',
    tooMany: (limit) =>
      `Too many names for one lab: at most ${limit} containers and images. Make several drafts of them.`,
    badId: (id) => `"${id}" cannot be the id of a lab: letters, digits, ".", "_" and "-", at most 64.`,
  },
};

/** Something that was named is not on the host. */
export function sayAbsent({ what, name, nearest, known }: Absent, language: Language): string {
  const others = known.join(', ');
  if (language === 'fr') {
    const none = what === 'container' ? 'Aucun conteneur ne s’appelle' : 'Aucune image ne s’appelle';
    const meant = nearest === undefined ? '' : ` Vouliez-vous dire « ${nearest} » ?`;
    return `${none} « ${name} ».${meant} ${others === '' ? 'Il n’y en a pas sur cette machine.' : `Sur cette machine : ${others}.`}`;
  }
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `There is no ${what} called "${name}".${meant} ${others === '' ? 'There are none on this host.' : `On this host: ${others}.`}`;
}
