import { defineKind } from '../../kind';
import { attributes } from './attributes';
import { environmentAskedFor } from './environment';
import { nearMisses } from './near-misses';
import { openContainer } from './open';

export const container = defineKind({
  kind: 'container',
  describe: 'A container, by its name or ID.',
  subject: { type: 'string', describe: 'Name or ID of the container, without the slash.', example: 'ubuntu' },
  parameters: {},
  attributes,
  assertsPresence: false,
  needs: ({ check }) => {
    const name = String(check.subject);
    const env = environmentAskedFor(check);
    return [
      { fact: 'container', name, ...(env && { env }) },
      { fact: 'containers' },
      { fact: 'candidates', name },
      { fact: 'events' },
      { fact: 'images' },
    ];
  },
  open: openContainer,
  nearMisses,
});
