import { describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { makeKeyPair, readSigningKey, readVerifyingKey } from '../../../src/signing/keys';
import { submissionFrom } from '../../../src/signing/submission';

const pair = makeKeyPair();
const pem = { type: 'pkcs8', format: 'pem' } as const;

test('both halves of a pair have the same id', () => {
  const signing = readSigningKey(pair.privatePem, 'x');
  const verifying = readVerifyingKey(pair.publicPem, 'x');
  expect(signing).toMatchObject({ ok: true, value: { id: pair.id } });
  expect(verifying).toMatchObject({ ok: true, value: { id: pair.id } });
  expect(pair.id).toMatch(/^sha256:[0-9a-f]{64}$/);
});

describe('no signing key', () => {
  test.each([
    ['the public half', pair.publicPem],
    ['nothing', ''],
    ['half a key', pair.privatePem.slice(0, 60)],
    ['an Ed448 key', generateKeyPairSync('ed448').privateKey.export(pem).toString()],
    [
      'a key with a password',
      generateKeyPairSync('ed25519')
        .privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' })
        .toString(),
    ],
  ])('is %s', (_, text) => {
    expect(readSigningKey(text, 'key.pem')).toEqual({
      ok: false,
      error: { code: 'key.not-private', args: { from: 'key.pem' } },
    });
  });
});

describe('no key to verify with', () => {
  test.each([
    ['the private half', pair.privatePem],
    ['nothing', ''],
    [
      'an Ed448 key',
      generateKeyPairSync('ed448').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
  ])('is %s', (_, text) => {
    expect(readVerifyingKey(text, 'key.pem')).toEqual({
      ok: false,
      error: { code: 'key.not-public', args: { from: 'key.pem' } },
    });
  });
});

test.each([
  [{ GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c0ffee', GITHUB_RUN_ID: '7' }, 'a/b@c0ffee'],
  [{ GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' }, 'a/b#7'],
  [{ GITHUB_SHA: 'c0ffee' }, 'c0ffee'],
  [{ GITHUB_SHA: '', GITHUB_RUN_ID: '7' }, '7'],
  [{ GITHUB_REPOSITORY: 'a/b' }, undefined],
  [{}, undefined],
])('the submission in %j is %s', (env, submission) => {
  expect(submissionFrom(env)).toBe(submission);
});
