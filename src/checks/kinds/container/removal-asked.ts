import type { Lab } from '../../../spec/lab';
import { isJsonObject } from '../../../text/json';

/** Does the lab itself ask that this container goes? */
export const asksRemoval = ({ tasks }: Lab, name: string): boolean =>
  tasks
    .flatMap(({ checks }) => checks)
    .some(({ kind, subject, keys }) => {
      if (kind === 'container') return subject === name && keys['exists'] === false;
      if (kind !== 'event' || !isJsonObject(subject) || keys['exists'] === false) return false;
      return subject['action'] === 'destroy' && subject['container'] === name && keys['times'] !== 0;
    });
