import { message } from '../../../../messages/message';
import type { RecordedEvent } from '../../../../evidence/facts';
import type { AbsenceRule } from './absence';

/** `--rm` removes at once; nobody types `docker rm` that fast. */
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
  const death = life.findLast(({ action }) => action === 'die' || action === 'died');
  const killed = life.some(({ action }) => action === 'kill');
  const atOnce = death !== undefined && !killed && removal.time - death.time <= atOnceSeconds;
  return message(atOnce ? 'container.removed-by-itself' : 'container.removed', { name });
};

const isRemoval = ({ action }: RecordedEvent): boolean => action === 'destroy' || action === 'remove';

export const historyRules: readonly AbsenceRule[] = [removed];
