import type { CheckVerdict } from '../judge/verdict';
import type { Lab } from '../spec/lab';
import { containerOf } from './container-name';
import { isName } from './host';
import type { Step } from './remedy';
import { checksOf } from './run-command';

/** Attempts that were left beside the containers that the lab itself names. */
export function removeExtra({ message }: CheckVerdict, lab: Lab): Step[] {
  if (message?.code !== 'image.more-containers') return [];
  const named = new Set(checksOf(lab).map(containerOf));
  const extra = message.args.seen.filter((name) => isName(name) && !named.has(name));
  return extra.length === 0 ? [] : [{ at: 'host', type: `docker rm -f ${extra.join(' ')}` }];
}
