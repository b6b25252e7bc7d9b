import { containerRef } from '../../../evidence/container-ref';
import { defineKind } from '../../kind';
import { tellsOfState } from '../inside/tells';
import { attributes } from './attributes';
import { environmentAskedFor } from './environment';
import { imagesNamedIn, needsOfOrigin } from './made-from';
import { nearMisses } from './near-misses';
import { byImageKeys, needsOfNamed, openContainer } from './open';

export const container = defineKind({
  kind: 'container',
  name: { fr: 'conteneur', en: 'container' },
  describe: 'A container, by its name or ID.',
  subject: {
    type: 'string-or-object',
    describe:
      'Name or ID of the container, without the slash; or, for one that nobody named, the image that it was made from: the newest is meant.',
    keys: byImageKeys,
    example: 'ubuntu',
  },
  parameters: {},
  attributes,
  assertsPresence: false,
  needs: ({ check, lab }) => {
    const name = containerRef(check.subject);
    const env = environmentAskedFor(check);
    return [
      ...needsOfNamed(name, lab),
      { fact: 'container', name, ...(env && { env }) },
      ...needsOfOrigin(name, imagesNamedIn(check.keys['image']), lab),
    ];
  },
  open: openContainer,
  tells: tellsOfState,
  nearMisses,
});
