import { parseReference } from '../../../text/image-reference';
import type { Request } from '../../../evidence/request';
import { defineKind } from '../../kind';
import { environmentAskedFor } from '../container/environment';
import { attributes } from './attributes';
import { imageAskedFor, spelledOnce } from './name';
import { nearMisses } from './near-misses';
import { basesAskedFor, openImage } from './open';
import { vouchedFor } from './vouched';
import { ownerOf } from './whose-name';

export const image = defineKind({
  kind: 'image',
  name: { fr: 'image', en: 'image' },
  describe: 'An image on the host, by its name or ID.',
  subject: {
    type: 'string',
    describe: 'The image’s name, as `docker pull` takes it, or its ID.',
    example: 'ubuntu:latest',
  },
  parameters: {},
  attributes,
  assertsPresence: false,
  needs: ({ check, lab }) => {
    const reference = imageAskedFor(check.subject);
    const env = environmentAskedFor(check);
    const requests: Request[] = [
      { fact: 'engine' },
      { fact: 'image', reference, ...(env && { env }) },
      { fact: 'images' },
      { fact: 'containers' },
      { fact: 'events' },
    ];
    const name = parseReference(reference);
    const isMeant = 'containers' in check.keys && name.ok && ownerOf(name.value, lab) === 'registry';
    if (isMeant || 'pulled' in check.keys || 'verified' in check.keys) {
      const known = vouchedFor(name.ok ? name.value : undefined, lab.digests);
      requests.push({ fact: 'registry', reference, known });
    }
    if ('content' in check.keys) requests.push({ fact: 'content', reference });
    for (const base of basesAskedFor(check)) requests.push({ fact: 'image', reference: spelledOnce(base) });
    return requests;
  },
  open: openImage,
  nearMisses,
});
