import { localize } from '../../text/language';
import type { Catalogue } from '../catalogue';
import type { CheckMessages } from '../codes/check';

export const check: Catalogue<Omit<CheckMessages, 'check.fault'>> = {
  'check.differs': ({ key }) => ({ says: `"${key}" does not have the expected value.` }),
  'check.present': ({ name }) => ({ says: `"${name}" is still there, and should not be.` }),
  'check.blocked-by-task': ({ task }) => ({ says: `Waiting: the step "${task}" has to pass first.` }),
  'check.blocked-by-check': ({ check }) => ({ says: `Waiting: same cause as above, at "${check}".` }),
  'check.excused': ({ reason }) => ({ says: `Excused: ${localize(reason, 'en')}` }),
};
