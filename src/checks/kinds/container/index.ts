import { defineKind } from '../../kind';
import { attributes } from './attributes';
import { environmentAskedFor } from './environment';
import { nearMisses } from './near-misses';
import { needsOfNamed, openContainer } from './open';

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
    return [...needsOfNamed(name), { fact: 'container', name, ...(env && { env }) }];
  },
  open: openContainer,
  nearMisses,
});
