import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { err, ok, type Result } from '../text/result';
import type { SigningProblem } from './problem';

/** An Ed25519 key. `id` is `sha256:…` of its public half (DER, SubjectPublicKeyInfo): the same for both halves. */
export interface SigningKey {
  readonly id: string;
  readonly private: KeyObject;
}
export interface VerifyingKey {
  readonly id: string;
  readonly public: KeyObject;
}

/** A new pair as PEM texts, PKCS #8 and SPKI: what OpenSSL reads too. */
export function makeKeyPair(): {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly id: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    id: idOf(publicKey),
  };
}

/** `from` says to people where the text came from; the text itself is never shown. */
export function readSigningKey(
  pem: string,
  from: string,
): Result<SigningKey, SigningProblem<'key.not-private'>> {
  const key = keyOf(() => createPrivateKey(pem));
  return key
    ? ok({ id: idOf(createPublicKey(key)), private: key })
    : err({ code: 'key.not-private', args: { from } });
}

/** Refuses a private key, from which Node would make the public one: it does not belong where reports are verified. */
export function readVerifyingKey(
  pem: string,
  from: string,
): Result<VerifyingKey, SigningProblem<'key.not-public'>> {
  const key = pem.includes('PRIVATE KEY') ? undefined : keyOf(() => createPublicKey(pem));
  return key ? ok({ id: idOf(key), public: key }) : err({ code: 'key.not-public', args: { from } });
}

function keyOf(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined; // no PEM, encrypted, or of another kind: the caller says what it wanted
  }
}

const idOf = (key: KeyObject): string =>
  `sha256:${createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')}`;
