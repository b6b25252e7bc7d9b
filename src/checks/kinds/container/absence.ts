import { message, type Message } from '../../../messages/message';
import type { CheckInput, Look } from '../../kind';
import { absenceOf } from './near-misses/absence';
import { historyRules } from './near-misses/absence-history';
import { imageRules } from './near-misses/absence-image';
import { nameRules, renamedTo } from './near-misses/absence-name';

/** A container that is there under another name tells most, then what became of one, then what is there at all. */
const rules = [...nameRules, ...historyRules, ...imageRules];

/** Why is there no container of that name? The near miss, if one is recognised. */
export function explainAbsence(name: string, input: CheckInput, look: Look): Message | undefined {
  const absence = absenceOf(name, input, look);
  if (!absence) return undefined;
  for (const rule of rules) {
    const found = rule(absence);
    if (found) return found;
  }
  return undefined;
}

/** The lab asks that it goes in the end: was it there at all, and did it go? */
export function explainRemoval(name: string, input: CheckInput, look: Look): Message {
  const absence = absenceOf(name, input, look);
  const renamed = absence && renamedTo(absence);
  if (renamed !== undefined) return message('container.renamed-not-removed', { name, found: renamed });
  const was = absence?.events.some(
    ({ action, attributes }) => action !== 'destroy' && attributes['name'] === name,
  );
  if (absence && was !== true)
    return explainAbsence(name, input, look) ?? message('container.absent', { name });
  return message('container.gone-as-asked', { name });
}
