import { describe, expect, test } from '@jest/globals';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Expectations } from '../../../src/signing/expectations';
import { signContent, signedBytes } from '../../../src/signing/sign-content';
import { verifyReport } from '../../../src/signing/verify-report';
import { signedText, smallReport, someKeys, twoLabs } from '../../support/signed-report';

const keys = someKeys();
const signed = signedText(smallReport, keys, 'alice/labs@c0ffee');
const codeOf = (text: string, expectations: Expectations = {}, key = keys.public): string => {
  const result = verifyReport(text, key, expectations);
  return result.ok ? 'holds' : result.error.code;
};

describe('a signed report holds', () => {
  test('with all that it is about', () => {
    expect(
      verifyReport(signed, keys.public, {
        labs: [{ id: '02-ubuntu', hash: 'sha256:aa' }],
        submission: 'alice/labs@c0ffee',
        notBefore: '2026-03-01T13:00:00+01:00',
      }),
    ).toEqual({
      ok: true,
      value: {
        content: JSON.parse(signed),
        keyId: keys.id,
        submission: 'alice/labs@c0ffee',
        labs: [
          {
            id: '02-ubuntu',
            hash: 'sha256:aa',
            takenAt: '2026-03-01T12:00:00.000Z',
            points: 7.5,
            max: 20,
            outcome: 'below',
          },
        ],
      },
    });
  });

  test('of several labs, whatever the order in which they are expected', () => {
    const labs = [
      { id: '03-nginx', hash: 'sha256:bb' },
      { id: '02-ubuntu', hash: 'sha256:aa' },
    ];
    expect(codeOf(signedText(twoLabs, keys), { labs })).toBe('holds');
  });

  test('in the JSON Signature Format: the value is over all but itself', () => {
    const { signature, ...content } = signContent(smallReport, keys.private);
    expect(signature).toEqual({ algorithm: 'Ed25519', keyId: keys.id, value: expect.any(String) });
    expect(signedBytes(content, signature as never).toString()).toMatch(
      /^\{"lab":\{"hash":"sha256:aa","id":"02-ubuntu"\},.*"signature":\{"algorithm":"Ed25519","keyId":"sha256:[0-9a-f]{64}"\},.*"vigie":"report"\}$/,
    );
  });

  test('signed twice it has one signature, of the second key', () => {
    const again = signContent(signContent(smallReport, someKeys().private, 'old'), keys.private, 'new');
    expect(codeOf(JSON.stringify(again), { submission: 'new' })).toBe('holds');
  });
});

describe('refused is what', () => {
  const without = (name: string): string =>
    JSON.stringify({ ...JSON.parse(signed), [name]: undefined } as object);
  const withSignature = (change: object): string => {
    const { signature, ...content } = JSON.parse(signed);
    return JSON.stringify({ ...content, signature: { ...signature, ...change } });
  };
  const last = signed.replace(/"value": "(.*)(.)"/, (_, most: string, one: string) => {
    // The last of 86 characters has 4 bits that mean nothing.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return `"value": "${most}${alphabet[alphabet.indexOf(one) ^ 1] ?? ''}"`;
  });

  test.each<[string, string, string]>([
    ['is not signed', JSON.stringify(smallReport), 'signature.missing'],
    ['had its signature taken off', without('signature'), 'signature.missing'],
    ['got more points', signed.replace('7.5', '9.5'), 'signature.changed'],
    ['got another submission', signed.replace('alice', 'bobby'), 'signature.changed'],
    ['lost its submission', without('submission'), 'signature.changed'],
    ['got a member', signed.replace('{', '{"more": 1,'), 'signature.changed'],
    ['got another signature', withSignature({ value: 'A'.repeat(86) }), 'signature.changed'],
    ['has more in its signature', withSignature({ note: 'x' }), 'signature.changed'],
    ['spells its signature in another way', last, 'signature.malformed'],
    ['has a short signature', withSignature({ value: 'AAAA' }), 'signature.malformed'],
    [
      'has a signature that is none',
      signed.replace(/"signature": \{[^}]*\}/, '"signature": 1'),
      'signature.malformed',
    ],
    ['has no value', withSignature({ value: undefined }), 'signature.malformed'],
    ['has no algorithm', withSignature({ algorithm: undefined }), 'signature.malformed'],
    ['names no key', withSignature({ keyId: undefined }), 'signature.malformed'],
    ['wants another algorithm', withSignature({ algorithm: 'HS256' }), 'signature.unknown-algorithm'],
    ['wants none', withSignature({ algorithm: 'none' }), 'signature.unknown-algorithm'],
    ['is cut short', signed.slice(0, -20), 'report.not-json'],
    ['is empty', '', 'report.not-json'],
    ['is a picture', '\x89PNG\r\n', 'report.not-json'],
    ['is huge', ' '.repeat(32 * 1024 * 1024 + 1), 'report.too-large'],
    ['is a list', '[]', 'report.not-report'],
    ['is null', 'null', 'report.not-report'],
    ['is evidence', '{"vigie": "evidence", "version": 1}', 'report.not-report'],
    ['has no version', '{"vigie": "report"}', 'report.not-report'],
    ['has no lab', '{"vigie": "report", "version": 1}', 'report.not-report'],
    ['has no reports', '{"vigie": "reports", "version": 1, "reports": []}', 'report.not-report'],
    ['has reports that are none', '{"vigie": "reports", "version": 1, "reports": [1]}', 'report.not-report'],
    ['has no bottom', `{"a": ${'['.repeat(1e6)}${']'.repeat(1e6)}}`, 'report.not-report'],
    ['is of a later version', signed.replace('"version": 1', '"version": 2'), 'report.newer-version'],
    ['has a key twice', signed.replace('"points"', '"points": 20,\n"points"'), 'report.duplicate-keys'],
    [
      'has a key twice in two spellings',
      signed.replace('"points"', '"\\u0070oints": 20, "points"'),
      'report.duplicate-keys',
    ],
    ['has a key twice within', signed.replace('"id"', '"id": "01", "id"'), 'report.duplicate-keys'],
    ['has a number that is rounded', signed.replace('7.5', '7.50000000000000001'), 'report.odd-number'],
    ['has a number of another spelling', signed.replace('7.5', '75e-1'), 'report.odd-number'],
    ['has minus nought', signed.replace('7.5', '-0'), 'report.odd-number'],
    ['has a number beyond all', signed.replace('7.5', '1e999'), 'report.odd-number'],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('another key signed, and says so', () => {
    expect(codeOf(signedText(smallReport, someKeys()))).toBe('signature.wrong-key');
  });

  test('another key signed in the name of the right one', () => {
    const { value: _, ...signature } = {
      ...(signContent(smallReport, keys.private).signature as object),
      value: '',
    };
    const { privateKey } = generateKeyPairSync('ed25519');
    const value = sign(null, signedBytes(smallReport, signature), privateKey).toString('base64url');
    expect(codeOf(JSON.stringify({ ...smallReport, signature: { ...signature, value } }))).toBe(
      'signature.changed',
    );
  });

  const ubuntu = { id: '02-ubuntu', hash: 'sha256:aa' };
  test.each<[string, Expectations, string]>([
    ['is of another version of the lab', { labs: [{ ...ubuntu, hash: 'sha256:ab' }] }, 'signature.other-lab'],
    ['is of another lab', { labs: [{ ...ubuntu, id: '03-nginx' }] }, 'signature.other-lab'],
    ['lacks a lab', { labs: [ubuntu, { id: '03-nginx', hash: 'sha256:bb' }] }, 'signature.other-lab'],
    ['is about another submission', { submission: 'bob/labs@c0ffee' }, 'signature.other-submission'],
    ['is older', { notBefore: '2026-03-01T12:00:00.001Z' }, 'signature.too-old'],
    ['is compared with no time', { notBefore: 'yesterday' }, 'signature.too-old'],
  ])('%s', (_, expectations, code) => {
    expect(codeOf(signed, expectations)).toBe(code);
  });

  test('has more labs than expected', () => {
    expect(codeOf(signedText(twoLabs, keys), { labs: [ubuntu] })).toBe('signature.other-lab');
  });

  test('names no submission where one is expected', () => {
    expect(codeOf(signedText(smallReport, keys), { submission: 'x' })).toBe('signature.other-submission');
  });

  test('has one old lab among several', () => {
    const later = { ...smallReport, takenAt: '2026-04-01T12:00:00.000Z' };
    const mixed = { ...twoLabs, reports: [later, smallReport] };
    expect(codeOf(signedText(mixed, keys), { notBefore: '2026-03-15T00:00:00.000Z' })).toBe(
      'signature.too-old',
    );
  });

  test('has a time that is none', () => {
    const text = signedText({ ...smallReport, takenAt: 'tomorrow' }, keys);
    expect(codeOf(text, { notBefore: '2026-03-01T12:00:00.000Z' })).toBe('signature.too-old');
  });
});
