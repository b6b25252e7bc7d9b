import { sign } from 'node:crypto';
import type { JsonObject } from '../text/json';
import { canonical } from './canonical';
import type { SigningKey } from './keys';

/** The only one that there is; a name in a file never chooses what is computed. */
export const algorithm = 'Ed25519';

/** What is signed: all of the report, its `signature` included, but for the signature's `value`. */
export const signedBytes = (content: JsonObject, signature: JsonObject): Buffer => {
  const { value: _, ...rest } = signature;
  return Buffer.from(canonical({ ...content, signature: rest }), 'utf8');
};

/**
 * The report with the submission that it is about, and a signature in the JSON Signature Format: `algorithm`, `keyId` and `value`
 * (base64url), over the canonical form.
 */
export function signContent(content: JsonObject, key: SigningKey, submission?: string): JsonObject {
  const signature = { algorithm, keyId: key.id };
  const named = { ...content, ...(submission !== undefined && { submission }) };
  const value = sign(null, signedBytes(named, signature), key.private).toString('base64url');
  return { ...named, signature: { ...signature, value } };
}
