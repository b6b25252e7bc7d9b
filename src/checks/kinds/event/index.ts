import { message } from '../../../messages/message';
import type { CheckInput, Look, Opened } from '../../kind';
import { defineKind } from '../../kind';
import { needsOfNamed, openNamed } from '../container/open';
import { attributes, windowFault, type Events } from './attributes';
import { commandOf } from './command-of';
import { explainNone, nearMisses } from './near-misses';
import { lifeOf, selectEvents } from './select';
import { subjectKeys } from './subject';
import { wantedBy } from './wanted';
import { gapIn } from './window';

export const eventKind = defineKind<Events>({
  kind: 'event',
  describe:
    'Something that was done, as the engine recorded it (`docker events`). What Vigie itself causes never counts. The engine keeps its last 256 events ' +
    'until it is restarted: where that does not reach back far enough nothing is held against the student; `vigie watch` records them as they happen. ' +
    '`docker ps`, `logs`, `inspect`, `stats` and Ctrl-P Ctrl-Q leave no event.',
  subject: {
    type: 'object',
    describe: 'Which events: their type and action, and on what.',
    keys: subjectKeys,
    example: { type: 'container', action: 'top', container: 'ubuntu' },
  },
  parameters: {},
  attributes,
  assertsPresence: true,
  unwanted: ({ wanted, events }) =>
    message('event.happened', { command: commandOf(wanted), count: events.length }),
  needs: ({ check }) => {
    const { container } = wantedBy(check.subject);
    return [
      { fact: 'engine' },
      { fact: 'events' },
      { fact: 'containers' },
      ...(container === undefined ? [] : needsOfNamed(container)),
    ];
  },
  open: openEvents,
  nearMisses,
});

function openEvents(input: CheckInput, look: Look): Opened<Events> {
  const { check } = input;
  const wanted = wantedBy(check.subject);
  const fact = look({ fact: 'events' });
  if ('fault' in fact) return fact;
  const engine = look({ fact: 'engine' });
  if (wanted.action === 'top' && 'value' in engine && engine.value.flavour === 'podman')
    return { fault: { code: 'unsupported', args: { call: 'GET /events', detail: 'podman: top' } } };

  const container =
    wanted.container === undefined ? null : look({ fact: 'container', name: wanted.container });
  if (container !== null && 'fault' in container) return container;
  const inspect = container?.value ?? null;
  const events = selectEvents(wanted, fact.value.events, inspect);
  const gap =
    inspect === null || wanted.earlier
      ? 'unknown'
      : gapIn(fact.value, lifeOf(inspect.Id, fact.value.events), inspect);
  const unsure = events.filter((event) => event.unsure === true).length;
  const found: Events = { wanted, check, events, unsure, gap };
  if (events.length > unsure) return { found };
  if (unsure > 0) return 'times' in check.keys ? { found } : { fault: windowFault('overlap') };

  // Whether a container that is gone was once used is not known; that it is gone is, and it is what has to be mended first.
  if (wanted.container !== undefined && inspect === null) return absent(wanted.container, input, look);
  if ('times' in check.keys) return { found };
  if (gap !== undefined) return { fault: windowFault(gap) };
  return { missing: explainNone({ ...input, resource: found, misses: [], look }) };
}

function absent(name: string, input: CheckInput, look: Look): Opened<Events> {
  const opened = openNamed(name, input, look);
  if ('fault' in opened) return opened;
  const missing = 'missing' in opened ? opened : { missing: message('container.absent', { name }) };
  return { ...missing, place: true };
}
