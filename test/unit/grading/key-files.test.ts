import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSigningKeyFile, readVerifyingKeyFile, writeKeyPair } from '../../../src/grading/key-files';
import { readSignedReport } from '../../../src/grading/signed-report-file';
import { maxReportBytes } from '../../../src/signing/strict-json';

const folder = mkdtempSync(join(tmpdir(), 'vigie-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const inFolder = (name: string): string => join(folder, name);

test('a file that is far too large for a key is refused as such', () => {
  writeFileSync(inFolder('large.json'), 'x'.repeat(40_000));
  expect(readVerifyingKeyFile(inFolder('large.json'))).toMatchObject({
    ok: false,
    error: { code: 'key.unreadable', args: { detail: 'EFBIG' } },
  });
});

describe('a new pair of keys', () => {
  const made = writeKeyPair(inFolder('a/b'));

  test('can be read again, and only its owner can read the private one', () => {
    expect(made).toMatchObject({ ok: true });
    expect(readSigningKeyFile(inFolder('a/b/vigie-private.pem'))).toMatchObject({ ok: true });
    expect(readVerifyingKeyFile(inFolder('a/b/vigie-public.pem'))).toMatchObject({ ok: true });
    expect(statSync(inFolder('a/b/vigie-private.pem')).mode & 0o777).toBe(0o600);
  });

  test('is what OpenSSL takes for one: the public half of the private key is the other file', () => {
    const half = execFileSync('openssl', ['pkey', '-in', inFolder('a/b/vigie-private.pem'), '-pubout']);
    expect(half.toString()).toBe(readFileSync(inFolder('a/b/vigie-public.pem'), 'utf8'));
  });

  test('never takes the place of another', () => {
    const before = readFileSync(inFolder('a/b/vigie-private.pem'), 'utf8');
    expect(writeKeyPair(inFolder('a/b'))).toMatchObject({ ok: false, error: { code: 'key.exists' } });
    expect(readFileSync(inFolder('a/b/vigie-private.pem'), 'utf8')).toBe(before);
  });

  test('leaves no half of itself where one file is there already, be it a link to nowhere', () => {
    const other = mkdtempSync(inFolder('c'));
    symlinkSync(inFolder('elsewhere'), join(other, 'vigie-private.pem'));
    expect(writeKeyPair(other)).toMatchObject({ ok: false, error: { code: 'key.exists' } });
    expect(readdirSync(other)).toEqual(['vigie-private.pem']);
    expect(existsSync(inFolder('elsewhere'))).toBe(false);
  });

  test('is not made where there can be no folder', () => {
    writeFileSync(inFolder('file'), '');
    expect(writeKeyPair(inFolder('file/x'))).toMatchObject({ ok: false, error: { code: 'key.unwritable' } });
  });
});

describe('a report that is to be verified', () => {
  test.each<[string, () => string, string]>([
    ['is not there', () => inFolder('none.json'), 'report.unreadable'],
    ['is a folder', () => folder, 'report.unreadable'],
    [
      'is a pipe that nobody writes to',
      () => {
        execFileSync('mkfifo', [inFolder('pipe')]);
        return inFolder('pipe');
      },
      'report.unreadable',
    ],
    [
      'is huge',
      () => {
        writeFileSync(inFolder('huge.json'), Buffer.alloc(maxReportBytes + 1, ' '));
        return inFolder('huge.json');
      },
      'report.too-large',
    ],
    [
      'is binary',
      () => {
        writeFileSync(inFolder('binary.json'), Buffer.from([0x7b, 0xff]));
        return inFolder('binary.json');
      },
      'report.not-utf8',
    ],
  ])('%s', (_, make, code) => {
    expect(readSignedReport(make())).toMatchObject({ ok: false, error: { code } });
  });
});
