import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  canonical,
  familiar,
  parseReference,
  sameReference,
  type ImageReference,
} from '../../../src/text/image-reference';

const component = fc.stringMatching(/^[a-z0-9]{1,6}([._]|__|-{1,3})?[a-z0-9]{1,4}$/);
const path = fc.array(component, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const domain = fc.constantFrom(
  'docker.io',
  'localhost',
  'localhost:5000',
  'ghcr.io',
  '[::1]:5000',
  '10.0.0.1:80',
  'Host',
);
const hex = fc.stringMatching(/^[a-f0-9]{64}$/);
const reference: fc.Arbitrary<ImageReference> = fc
  .record(
    {
      domain,
      path,
      tag: fc.stringMatching(/^\w[\w.-]{0,20}$/),
      digest: hex.map((digits) => `sha256:${digits}`),
    },
    { requiredKeys: ['domain', 'path'] },
  )
  // Docker Hub has no repository without a namespace: docker.io/x is docker.io/library/x.
  .map((made) =>
    made.domain === 'docker.io' && !made.path.includes('/')
      ? { ...made, path: `library/${made.path}` }
      : made,
  );

test('both spellings of a reference mean that reference', () => {
  fc.assert(
    fc.property(reference, (made) => {
      for (const text of [canonical(made), familiar(made)]) {
        const parsed = parseReference(text);
        expect(parsed.ok && canonical(parsed.value)).toBe(canonical(made));
        expect(parsed.ok && sameReference(parsed.value, made)).toBe(true);
      }
      expect(familiar(made).length).toBeLessThanOrEqual(canonical(made).length);
    }),
  );
});

test('any text is either a reference that survives its own spelling, or refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z0-9.:/@_[\]-]{0,40}$/)),
      (text) => {
        const parsed = parseReference(text);
        if (!parsed.ok) {
          expect(parsed.error.code).toMatch(/^reference-/);
          return;
        }
        const again = parseReference(canonical(parsed.value));
        expect(again.ok && canonical(again.value)).toBe(canonical(parsed.value));
      },
    ),
  );
});
