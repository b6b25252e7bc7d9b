import { localize } from '../../text/language';
import type { Catalogue } from '../catalogue';
import type { CheckMessages } from '../codes/check';

export const check: Catalogue<Omit<CheckMessages, 'check.fault'>> = {
  'check.differs': ({ key }) => ({ says: `« ${key} » n’a pas la valeur attendue.` }),
  'check.present': ({ name }) => ({ says: `« ${name} » existe encore, alors qu’il ne le devrait pas.` }),
  'check.blocked-by-task': ({ task }) => ({
    says: `En attente : l’étape « ${task} » doit d’abord être réussie.`,
  }),
  'check.blocked-by-check': ({ check }) => ({
    says: `En attente : même cause que plus haut, à « ${check} ».`,
  }),
  'check.excused': ({ reason }) => ({ says: `Dispensé : ${localize(reason, 'fr')}` }),
};
