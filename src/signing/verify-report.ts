import { verify } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../text/json';
import { err, ok, type Result } from '../text/result';
import { unmetExpectation, type Expectations } from './expectations';
import type { VerifyingKey } from './keys';
import type { SigningProblem } from './problem';
import { labsOf, type SignedLab } from './report-content';
import { algorithm, signedBytes } from './sign-content';
import { readStrictly } from './strict-json';

/** A report that holds. Use `content`, and do not read the file again: it could be another one by then. */
export interface VerifiedReport {
  readonly content: JsonObject;
  readonly keyId: string;
  readonly submission?: string;
  readonly labs: readonly SignedLab[];
}

/** Whether `text` is a report that the holder of `key` signed, unchanged, and the one that is expected. Says the first thing that is wrong. */
export function verifyReport(
  text: string,
  key: VerifyingKey,
  expectations: Expectations = {},
): Result<VerifiedReport, SigningProblem> {
  const read = readStrictly(text);
  if (!read.ok) return read;
  const content = read.value;
  const labs = labsOf(content);
  if (!labs.ok) return labs;
  const problem = badSignature(content, key);
  if (problem) return err(problem);
  const { submission } = content;
  const report = {
    content,
    keyId: key.id,
    labs: labs.value,
    ...(typeof submission === 'string' && { submission }),
  };
  const unmet = unmetExpectation(report, expectations);
  return unmet ? err(unmet) : ok(report);
}

function badSignature(content: JsonObject, key: VerifyingKey): SigningProblem | undefined {
  const { signature } = content;
  if (signature === undefined) return { code: 'signature.missing', args: {} };
  const malformed = { code: 'signature.malformed', args: {} } as const;
  if (!isJsonObject(signature)) return malformed;
  const { algorithm: named, keyId, value } = signature;
  if (typeof named !== 'string') return malformed;
  if (named !== algorithm) return { code: 'signature.unknown-algorithm', args: { algorithm: named } };
  if (typeof keyId !== 'string' || typeof value !== 'string') return malformed;
  if (keyId !== key.id) return { code: 'signature.wrong-key', args: { expected: key.id, seen: keyId } };
  const bytes = Buffer.from(value, 'base64url');
  // Node reads other spellings of the same bytes too: one signature is one text.
  if (bytes.length !== 64 || bytes.toString('base64url') !== value) return malformed;
  const holds = verify(null, signedBytes(content, signature), key.public, bytes);
  return holds ? undefined : { code: 'signature.changed', args: {} };
}
