import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  makeKeyPair,
  readSigningKey,
  readVerifyingKey,
  type SigningKey,
  type VerifyingKey,
} from '../signing/keys';
import type { SigningProblem } from '../signing/problem';
import { err, ok, type Result } from '../text/result';
import { readTextFile } from './read-text-file';
import { writeNew } from './write-file';
import { troubleOf } from '../text/file-trouble';

/** Where a new pair lies; paths are as the folder was given. */
export interface NewKeys {
  readonly id: string;
  readonly privateFile: string;
  readonly publicFile: string;
}

/** Makes a pair in a folder: both files or none, and never in place of another. Only their owner can read the private one. */
export function writeKeyPair(
  folder: string,
): Result<NewKeys, SigningProblem<'key.exists' | 'key.unwritable'>> {
  const { id, privatePem, publicPem } = makeKeyPair();
  const privateFile = join(folder, 'vigie-private.pem');
  const publicFile = join(folder, 'vigie-public.pem');
  const folderMade = made(folder, () => mkdirSync(folder, { recursive: true }));
  if (!folderMade.ok) return folderMade;
  const publicMade = made(publicFile, () => {
    writeNew(publicFile, publicPem, 0o644);
  });
  if (!publicMade.ok) return publicMade;
  const privateMade = made(privateFile, () => {
    writeNew(privateFile, privatePem, 0o600);
  });
  if (privateMade.ok) return ok({ id, privateFile, publicFile });
  // A public key without its private one would be mistaken for the other file's.
  rmSync(publicFile, { force: true });
  return privateMade;
}

function made(
  file: string,
  make: () => void,
): Result<undefined, SigningProblem<'key.exists' | 'key.unwritable'>> {
  try {
    make();
    return ok(undefined);
  } catch (error) {
    const detail = troubleOf(error);
    return err(
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'
        ? { code: 'key.exists', args: { file } }
        : { code: 'key.unwritable', args: { file, detail } },
    );
  }
}

/** The key that reports are signed with, from a file. */
export const readSigningKeyFile = (
  file: string,
): Result<SigningKey, SigningProblem<'key.unreadable' | 'key.not-private'>> => readKey(file, readSigningKey);

/** The key that they are verified with, from a file. */
export const readVerifyingKeyFile = (
  file: string,
): Result<VerifyingKey, SigningProblem<'key.unreadable' | 'key.not-public'>> =>
  readKey(file, readVerifyingKey);

const maxKeyBytes = 16 * 1024;

function readKey<K, P>(
  file: string,
  understand: (pem: string, from: string) => Result<K, P>,
): Result<K, P | SigningProblem<'key.unreadable'>> {
  const text = readTextFile(file, maxKeyBytes);
  if (text.ok) return understand(text.value, file);
  const { code, detail, near } = text.error;
  const args = { file, detail: code === 'too-large' ? 'EFBIG' : detail, ...(near !== undefined && { near }) };
  return err({ code: 'key.unreadable', args });
}
