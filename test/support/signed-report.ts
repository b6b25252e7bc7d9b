import { makeKeyPair, readSigningKey, readVerifyingKey } from '../../src/signing/keys';
import { signContent } from '../../src/signing/sign-content';
import type { JsonObject } from '../../src/text/json';
import type { Result } from '../../src/text/result';

/** A new pair of keys, ready to use. */
export function someKeys() {
  const { privatePem, publicPem, id } = makeKeyPair();
  return {
    id,
    privatePem,
    publicPem,
    private: valueOf(readSigningKey(privatePem, 'a test')),
    public: valueOf(readVerifyingKey(publicPem, 'a test')),
  };
}

/** A report of one lab, as short as one can be that is believed. */
export const smallReport = {
  vigie: 'report',
  version: 1,
  lab: { id: '02-ubuntu', hash: 'sha256:aa' },
  takenAt: '2026-03-01T12:00:00.000Z',
  outcome: 'below',
  points: 7.5,
  max: 20,
  tasks: [{ title: 'Où ? « là » \u202e', seen: { ports: ['80:80'], '': null }, ok: false }],
} satisfies JsonObject;

export const twoLabs = {
  vigie: 'reports',
  version: 1,
  reports: [smallReport, { ...smallReport, lab: { id: '03-nginx', hash: 'sha256:bb' } }],
} satisfies JsonObject;

/** Signed text of a report, as a file would have it. */
export const signedText = (
  content: JsonObject,
  { private: key }: Pick<ReturnType<typeof someKeys>, 'private'>,
  submission?: string,
): string => `${JSON.stringify(signContent(content, key, submission), null, 2)}\n`;

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
