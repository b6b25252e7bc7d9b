import { cannotTell, type NeverTold } from '../../grading/cannot-tell';
import type { LoadedLabs } from '../../grading/load-labs';
import type { Language } from '../../text/language';

const never: Readonly<Record<Language, Readonly<Record<NeverTold, string>>>> = {
  fr: {
    top: 'docker top n’est pas enregistré',
    'exec-command': 'la commande de docker exec n’est pas enregistrée',
    registry: 'le registre ne peut pas être interrogé à travers lui',
  },
  en: {
    top: 'docker top is not recorded',
    'exec-command': 'the command of docker exec is not recorded',
    registry: 'the registry cannot be asked through it',
  },
};

/** What this kind of engine never tells, for the labs that are here; nothing where it tells all that they ask. */
export function limitsOf(
  labs: LoadedLabs,
  flavour: 'docker' | 'podman',
  language: Language,
): readonly string[] {
  const limits = cannotTell(labs, flavour);
  if (limits.length === 0) return [];
  const colon = language === 'fr' ? ' :' : ':';
  return [
    language === 'fr'
      ? 'Ce moteur ne dit pas tout : ces TP y resteront incomplets, sans qu’un point soit perdu.'
      : 'This engine does not tell everything: these labs stay incomplete on it, and no point is lost.',
    ...limits.map(
      (limit) => `  ${limit.lab}${colon} ${limit.never.map((what) => never[language][what]).join(', ')}`,
    ),
  ];
}
