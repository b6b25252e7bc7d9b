import type { ContainerInspect } from '../../../evidence/docker';
import type { EventsFact } from '../../../evidence/facts';
import { message } from '../../../messages/message';
import type { CheckInput, Look, Opened } from '../../kind';
import { defineKind } from '../../kind';
import { renamedTo } from '../container/near-misses/absence-name';
import { needsOfNamed, openNamed } from '../container/open';
import { asksRemoval } from '../container/removal-asked';
import { attributes, windowFault, type Events } from './attributes';
import { commandOf } from './command-of';
import { explainNone, nearMisses } from './near-misses';
import { withoutAttachOfRun } from './podman-attach';
import { lifeOf, selectEvents } from './select';
import { subjectKeys } from './subject';
import { wantedBy, type Wanted } from './wanted';
import { gapIn, gapOfGone, type Gap } from './window';

export const eventKind = defineKind<Events>({
  kind: 'event',
  name: { fr: 'événement', en: 'event' },
  describe:
    'Something that was done, as the engine recorded it (`docker events`). What Vigie itself causes never counts. The engine keeps its last 256 events ' +
    'until it is restarted: where that does not reach back far enough nothing is held against the student; `vigie watch` records them as they happen. ' +
    'Without a container, or with `earlier: true`, nobody knows that all was seen: what was not seen then stays undecided and takes no points (lint warns of it), and that something did not happen can never be known (lint refuses to ask for it). ' +
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
  const isPodman = 'value' in engine && engine.value.flavour === 'podman';
  if (wanted.type === 'container' && wanted.action === 'top' && isPodman)
    return { fault: { code: 'events.not-recorded', args: { engine: 'Podman', command: 'docker top' } } };

  const container =
    wanted.container === undefined ? null : look({ fact: 'container', name: wanted.container });
  if (container !== null && 'fault' in container) return container;
  const inspect = container?.value ?? null;
  const events = selectEvents(
    wanted,
    isPodman && wanted.whileRunning ? withoutAttachOfRun(fact.value.events) : fact.value.events,
    inspect,
  );
  const gap = gapOf(wanted, fact.value, inspect);
  const unsure = events.filter((event) => event.unsure === true).length;
  const found: Events = { wanted, check, events, unsure, gap };
  if (events.length > unsure) return { found };
  if (unsure > 0) return 'times' in check.keys ? { found } : { fault: windowFault('overlap') };

  // Whether a container that is gone was once used is not known; that it is gone is, and it is what has to be mended first.
  if (wanted.container !== undefined && inspect === null && !isGoneAsAsked(wanted.container, input, look))
    return absent(wanted.container, input, look);
  if ('times' in check.keys) return { found };
  if (gap !== undefined) return { fault: windowFault(gap) };
  return { missing: explainNone({ ...input, resource: found, misses: [], look }) };
}

/** What is known of events without a container, or on earlier ones too, has no beginning: nobody knows that all was seen. */
function gapOf(wanted: Wanted, fact: EventsFact, inspect: ContainerInspect | null): Gap {
  if (wanted.earlier || wanted.container === undefined) return 'unknown';
  return inspect === null
    ? gapOfGone(fact, wanted.container)
    : gapIn(fact, lifeOf(inspect.Id, fact.events), inspect);
}

/** It was to go in the end, and it is not there under another name: what was done before is what counts. */
function isGoneAsAsked(name: string, { lab }: CheckInput, look: Look): boolean {
  const rows = look({ fact: 'containers' });
  const events = look({ fact: 'events' });
  if (!asksRemoval(lab, name) || !('value' in rows) || !('value' in events)) return false;
  const own = events.value.events.filter((event) => event.type === 'container' && !event.own);
  return renamedTo({ name, events: own, rows: rows.value }) === undefined;
}

function absent(name: string, input: CheckInput, look: Look): Opened<Events> {
  const opened = openNamed(name, input, look);
  if ('fault' in opened) return opened;
  const missing = 'missing' in opened ? opened : { missing: message('container.absent', { name }) };
  return { ...missing, place: true };
}
