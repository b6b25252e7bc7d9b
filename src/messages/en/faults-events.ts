import type { EventFaults } from '../../evidence/fault-events';
import type { Catalogue } from '../catalogue';

const because: Readonly<Record<EventFaults['events.window']['reason'], string>> = {
  flushed: 'the engine keeps its last 256 events only, and newer ones have pushed yours out',
  restarted: 'the engine was restarted, and has forgotten what happened before',
  unknown: 'the engine keeps its last 256 events only, and forgets them whenever it is restarted',
  overlap: 'it was seen while a grading was broken off, and may have come from that grading',
};

export const eventFaults: Catalogue<EventFaults> = {
  'events.window': ({ reason }) => ({
    says: `Whether this was done cannot be told: ${because[reason]}.`,
    hint: 'Do it again, then grade at once; or leave npm run watch open in another terminal: it records everything as it happens.',
  }),
};
