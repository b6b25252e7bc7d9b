import { cannotTell, type Asked, type NeverTold } from '../../grading/cannot-tell';
import type { LoadedLabs } from '../../grading/load-labs';
import { localize, type Language } from '../../text/language';

const never: Readonly<Record<Language, Readonly<Record<NeverTold, string>>>> = {
  fr: {
    top: 'docker top n’est pas enregistré',
    'exec-command': 'la commande de docker exec n’est pas enregistrée',
    registry: 'le registre ne peut pas être interrogé à travers lui',
    mirror: 'il interroge un miroir que ce TP n’admet pas',
  },
  en: {
    top: 'docker top is not recorded',
    'exec-command': 'the command of docker exec is not recorded',
    registry: 'the registry cannot be asked through it',
    mirror: 'it asks a mirror that this lab does not count',
  },
};

/** What this engine never tells, for the tasks that are here; nothing where it tells all that they ask. */
export function limitsOf(labs: LoadedLabs, engine: Asked, language: Language): readonly string[] {
  const limits = cannotTell(labs, engine);
  if (limits.length === 0) return [];
  return [
    language === 'fr'
      ? 'Ce moteur ne dit pas tout : ces tâches y resteront en suspens, sans qu’un point soit perdu.'
      : 'This engine does not tell everything: these tasks stay undecided on it, and no point is lost.',
    ...limits.map(({ lab, task, never: whats }) => {
      const title = localize(task.title, language, lab.lang);
      const why = whats.map((what) => never[language][what]).join(', ');
      return `  ${lab.id} · ${title}${language === 'fr' ? ' :' : ':'} ${why}`;
    }),
  ];
}
