import { message } from '../../../../messages/message';
import type { RecordedEvent } from '../../../../evidence/facts';
import { howEnded } from '../run-ending';
import type { AbsenceRule } from './absence';

/** `--rm` removes at once, and so does `docker run …; docker rm …` on one line. */
const atOnceSeconds = 2;

/** It was there and is gone: removed by hand, by `--rm` or by a clean-up. */
const removed: AbsenceRule = ({ name, events }) => {
  const at = events.findLastIndex((event) => isRemoval(event) && event.attributes['name'] === name);
  const removal = events[at];
  if (!removal) return undefined;
  // The `prune` event comes after those of all that it removed.
  const next = events.slice(at + 1).find((event) => !isRemoval(event));
  if (next?.action === 'prune') return message('container.pruned', { name });
  const life = events.filter(({ id }) => id === removal.id);
  // The engine undoes what it refuses, and records that only; of an old container nothing else may be remembered either.
  if (life.every(isRemoval)) return message('container.refused-or-removed', { name });
  const death = life.findLast(({ action }) => action === 'die' || action === 'died');
  const run = life.slice(
    Math.max(
      0,
      life.findLastIndex(({ action }) => action === 'start'),
    ),
  );
  const atOnce =
    death !== undefined && howEnded(run) === 'itself' && removal.time - death.time <= atOnceSeconds;
  return message(atOnce ? 'container.removed-by-itself' : 'container.removed', { name });
};

const isRemoval = ({ action }: RecordedEvent): boolean => action === 'destroy' || action === 'remove';

export const historyRules: readonly AbsenceRule[] = [removed];
