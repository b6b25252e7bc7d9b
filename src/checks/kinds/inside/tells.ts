import { isDeepStrictEqual } from 'node:util';
import { containerRef } from '../../../evidence/container-ref';
import type { Message } from '../../../messages/message';
import type { Diagnosis } from '../../kind';
import type { Container } from '../container/container';
import { wantsRunning } from '../container/near-misses/rule';
import { notRunning } from './not-running';

/** A check of a container says of its state what those that look inside would say: then they need not say it again. */
export function tellsOfState(diagnosis: Diagnosis<Container>, told: Message | undefined): string | undefined {
  if (!wantsRunning(diagnosis)) return undefined;
  const { check, lab, resource, look } = diagnosis;
  const { missing, cause } = notRunning(containerRef(check.subject), resource, { check, lab }, look);
  return isDeepStrictEqual(told, missing) ? cause : undefined;
}
