import { describe, expect, test } from '@jest/globals';
import { signingFrom, type SigningFlags } from '../../../src/cli/signing-wish';
import { someKeys } from '../../support/signed-report';

const keys = someKeys();
const json = [{ format: 'json' }] as const;

function wish(
  flags: SigningFlags,
  env: Readonly<Record<string, string>> = {},
  reports: typeof json | [] = json,
) {
  const said: string[] = [];
  const io = { env, language: 'en', columns: 200, err: (text: string) => said.push(text) } as const;
  const result = signingFrom(flags, reports, io);
  const signing = result.ok ? result.value : result.error.code;
  return typeof signing === 'object'
    ? { key: signing.key.id, submission: signing.submission }
    : { signing, said: said.join('') };
}
const secret = { VIGIE_SIGNING_KEY: keys.privatePem };

describe('a report is signed', () => {
  test('with the key of the environment', () => {
    expect(wish({}, secret)).toEqual({ key: keys.id, submission: undefined });
    expect(wish({ sign: true }, secret)).toEqual({ key: keys.id, submission: undefined });
  });

  test('about what the command line says, else about what the runner says', () => {
    const runner = { ...secret, GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c0ffee' };
    expect(wish({}, runner)).toMatchObject({ submission: 'a/b@c0ffee' });
    expect(wish({ signedFor: 'x' }, runner)).toMatchObject({ submission: 'x' });
  });
});

describe('a report is not signed', () => {
  test('where nobody asked', () => {
    expect(wish({})).toEqual({ signing: undefined, said: '' });
    expect(wish({}, { VIGIE_SIGNING_KEY: '' })).toEqual({ signing: undefined, said: '' });
  });

  test('where a submission is named and there is no key, which is said', () => {
    expect(wish({ signedFor: 'x' })).toEqual({
      signing: undefined,
      said: 'There is no key to sign with: give --sign a file, or put the private key into VIGIE_SIGNING_KEY.\n',
    });
  });

  test.each<[SigningFlags, Readonly<Record<string, string>>, string]>([
    [{ sign: true }, {}, 'key.none'],
    [{ sign: true }, { VIGIE_SIGNING_KEY: '' }, 'key.none'],
    [{ sign: '/nowhere/key.pem' }, secret, 'key.unreadable'],
    [{ sign: __filename }, secret, 'key.not-private'],
    [{}, { VIGIE_SIGNING_KEY: keys.publicPem }, 'key.not-private'],
  ])('with %j and a key that is none: refused', (flags, env, code) => {
    expect(wish(flags, env)).toMatchObject({ signing: code });
  });

  test('where there is none: --sign is refused, a key in the environment is not', () => {
    expect(wish({ sign: true }, secret, [])).toMatchObject({ signing: 'key.no-report' });
    expect(wish({}, secret, [])).toMatchObject({ key: keys.id });
  });
});
