import type { Fault } from '../../evidence/fault';
import type { Localized } from '../../text/language';

/** Messages that belong to every kind of check. */
export interface CheckMessages {
  /** An assertion does not hold, and no near miss explains it better. */
  'check.differs': { readonly key: string };
  /** The resource is there, and should not be. */
  'check.present': { readonly name: string };
  'check.blocked-by-task': { readonly task: string };
  'check.blocked-by-check': { readonly check: string };
  'check.excused': { readonly reason: Localized };
  /** We could not find out. */
  'check.fault': { readonly fault: Fault };
}
