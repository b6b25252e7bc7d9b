import type { EventFaults } from '../../evidence/fault-events';
import type { Catalogue } from '../catalogue';

const because: Readonly<Record<EventFaults['events.window']['reason'], string>> = {
  flushed: 'the engine keeps its last 256 events only, and newer ones have pushed yours out',
  restarted: 'the engine was restarted, and has forgotten what happened before',
  unknown: 'the engine keeps its last 256 events only, and forgets them whenever it is restarted',
  overlap:
    'a trace was seen, but at a moment when something else may have left it (a grading that was broken off, or docker run itself)',
};

export const eventFaults: Catalogue<EventFaults> = {
  'events.not-recorded': ({ engine, command }) => ({
    says: `${engine} does not record ${command}: whether it was typed cannot be told on this engine.`,
    hint: 'You can do nothing about it, and no point is lost. On a Docker engine this step can be checked; tell your teacher.',
  }),
  'events.window': ({ reason }) => ({
    says: `Whether this was done cannot be told: ${because[reason]}.`,
    hint: 'Do it again, then grade at once; or leave npm run watch open in another terminal: it records everything as it happens.',
  }),
};
