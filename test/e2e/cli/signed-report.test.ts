import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSigningKey } from '../../../src/signing/keys';
import { signContent } from '../../../src/signing/sign-content';
import type { JsonObject } from '../../../src/text/json';
import { CliFolder } from './cli-folder';

const folder = new CliFolder();
const read = (name: string): string => readFileSync(join(folder.work, name), 'utf8');
const nowhere = { DOCKER_HOST: 'unix:///nowhere.sock' };
const grade = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  folder.run(['grade', '01-web', '--evidence', 'half.json', ...args], { ...nowhere, ...env });
const verify = (...args: string[]) => folder.run(['verify-report', ...args]);
const inKeys = 'keys/vigie-private.pem';
const publicKey = ['--key', 'keys/vigie-public.pem'];
/** Below the pass mark or not: that it was graded. */
const graded = { code: 0, stderr: '' };

beforeAll(async () => {
  await folder.build();
  expect(await folder.run(['keys', '--out', 'keys'])).toMatchObject({ code: 0, stderr: '' });
  expect(await folder.run(['keys', '--out', 'others'])).toMatchObject({ code: 0, stderr: '' });
  const sign = ['--report', 'json=report.json', '--sign', inKeys, '--signed-for', 'alice/web@c0ffee'];
  expect(await grade(sign)).toMatchObject(graded);
}, 60_000);
afterAll(() => {
  folder.remove();
});

describe('a signed report', () => {
  test('holds, and says what it is about', async () => {
    const { code, stdout, stderr } = await verify(
      ...['report.json', ...publicKey, '--lab', '01-web', '--submission', 'alice/web@c0ffee'],
      ...['--not-before', '2020-01-01'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('report.json: holds');
    expect(stdout).toContain('Submission: alice/web@c0ffee');
    expect(stdout.replaceAll('\n', ' ')).toContain('01-web: 10 / 20 (pass mark reached), looked at on 2');
  });

  test('is what the schema of reports describes, and can be written in another format', async () => {
    const schema = JSON.parse(
      readFileSync(resolve(__dirname, '../../../schema/report.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv({ strictRequired: false, strictTypes: false }).compile(schema);
    expect([validate(JSON.parse(read('report.json'))), validate.errors]).toEqual([true, null]);
    expect(await folder.run(['report', 'terminal', 'report.json'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('is the report without its signature, and the same bytes each time', async () => {
    await grade(['--report', 'json=plain.json']);
    await grade(['--report', 'json=again.json', '--sign', inKeys, '--signed-for', 'alice/web@c0ffee']);
    const { signature: _, submission: __, ...rest } = JSON.parse(read('report.json'));
    expect(rest).toEqual(JSON.parse(read('plain.json')));
    expect(read('again.json')).toBe(read('report.json'));
  });

  test('of several labs has one signature', async () => {
    folder.put('labs/02-web/lab.yaml', read('labs/01-web/lab.yaml').replace('id: 01-web', 'id: 02-web'));
    const sign = ['--evidence', 'half.json', '--report', 'json=both.json', '--sign', inKeys];
    await folder.run(['grade', '01-web', '02-web', ...sign], nowhere);
    const labs = ['--lab', '02-web', '--lab', '01-web'];
    expect(await verify('both.json', ...publicKey, ...labs)).toMatchObject({ code: 0 });
    expect(await verify('both.json', ...publicKey, '--lab', '01-web')).toMatchObject({ code: 1 });
  });

  test('is printed signed, with the key and the submission of the environment', async () => {
    const env = {
      VIGIE_SIGNING_KEY: read(inKeys),
      GITHUB_REPOSITORY: 'bob/web',
      GITHUB_SHA: 'c0ffee',
    };
    const { stdout } = await grade(['--report', 'json'], env);
    folder.put('printed.json', stdout.slice(stdout.indexOf('\n{') + 1));
    expect(await verify('printed.json', ...publicKey, '--submission', 'bob/web@c0ffee')).toMatchObject({
      code: 0,
    });
    expect(stdout).not.toContain('PRIVATE KEY');
  });
});

describe('a report whose mark does not follow from its checks', () => {
  /** Whoever has the key signs it all the same. */
  const contradictory = (name: string): string => {
    const { signature: _, ...rest } = JSON.parse(read('report.json')) as JsonObject;
    const key = readSigningKey(read(inKeys), inKeys);
    if (!key.ok) throw new Error(key.error.code);
    folder.put(name, JSON.stringify(signContent({ ...rest, points: 9999 }, key.value)));
    return name;
  };

  test('is refused also where its signature holds', async () => {
    const { code, stdout, stderr } = await verify(contradictory('signed9999.json'), ...publicKey);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('signed9999.json: refused (report.contradictory)');
  });

  test.each(['terminal', 'html=9999.html', 'csv', 'classroom50', 'json=9999.json'])(
    'is not converted to %s',
    async (wish) => {
      const { code, stdout, stderr } = await folder.run(['report', wish, contradictory('r9999.json')]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.replaceAll('\n', ' ')).toContain('contradicts itself: /points');
      expect(existsSync(join(folder.work, wish.replace(/.*=/, '')))).toBe(false);
    },
  );
});

describe('refused is', () => {
  const changed = (name: string, change: (text: string) => string): string => {
    folder.put(name, change(read('report.json')));
    return name;
  };

  test.each<[string, () => readonly string[], string, string]>([
    [
      'a report that is not signed',
      () => [
        changed('x.json', (text) => {
          const { signature: _, ...rest } = JSON.parse(text);
          return JSON.stringify(rest);
        }),
        ...publicKey,
      ],
      'signature.missing',
      'The report is not signed.',
    ],
    [
      'a changed byte',
      () => [changed('x.json', (text) => text.replace('"points": 10', '"points": 20')), ...publicKey],
      'signature.changed',
      'was changed after it was signed',
    ],
    [
      'a wrong key',
      () => ['report.json', '--key', 'others/vigie-public.pem'],
      'signature.wrong-key',
      'signed with another key',
    ],
    [
      'another version of the lab',
      () => {
        folder.put('newer/01-web/lab.yaml', `${read('labs/01-web/lab.yaml')}# corrected\n`);
        return ['report.json', ...publicKey, '--lab', 'newer/01-web'];
      },
      'signature.other-lab',
      'Another lab, or another version of its file, was graded.',
    ],
    [
      'an old report for a new submission',
      () => ['report.json', ...publicKey, '--submission', 'alice/web@beef'],
      'signature.other-submission',
      'signed for the submission alice/web@c0ffee',
    ],
    [
      'an old look',
      () => ['report.json', ...publicKey, '--not-before', '2100-01-01T00:00:00Z'],
      'signature.too-old',
      'this is an old report',
    ],
    [
      'half a report',
      () => [changed('x.json', (text) => text.slice(0, 300)), ...publicKey],
      'report.not-json',
      'damaged or cut short',
    ],
    [
      'a key that is there twice',
      () => [changed('x.json', (text) => text.replace('{', '{"points": 20,')), ...publicKey],
      'report.duplicate-keys',
      'two readers could see different things',
    ],
    ['evidence', () => ['half.json', ...publicKey], 'report.not-report', 'no report written by'],
  ])('%s', async (_, args, reason, says) => {
    const { code, stdout, stderr } = await verify(...args());
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`refused (${reason})`);
    expect(stderr.replaceAll('\n', ' ')).toContain(says);
  });

  test('the same in French', async () => {
    const { stderr } = await verify('report.json', '--key', 'others/vigie-public.pem', '--lang', 'fr');
    expect(stderr).toContain('report.json : refusé (signature.wrong-key)');
    expect(stderr).toContain('Le rapport a été signé avec une autre clé');
  });

  test.each([
    ['a private key to verify with', ['report.json', '--key', inKeys], 'never the private key'],
    ['a report that is not there', ['none.json', ...publicKey], 'none.json: refused (report.unreadable)'],
    ['a lab that is not there', ['report.json', ...publicKey, '--lab', '09-none'], '09-none'],
    ['an empty submission', ['report.json', ...publicKey, '--submission', ''], 'It is empty.'],
    [
      'a time without a zone',
      ['report.json', ...publicKey, '--not-before', '2026-03-01T08:00'],
      'with its zone',
    ],
    ['no key', ['report.json'], '--key'],
  ])('%s, as a mistake of the caller', async (_, args, says) => {
    const { code, stdout, stderr } = await verify(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll('\n', ' ')).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test.each([
  ['a key that cannot be read', ['--report', 'json=no.json', '--sign', 'none.pem']],
  ['a public key', ['--report', 'json=no.json', '--sign', 'keys/vigie-public.pem']],
  ['no key at all', ['--report', 'json=no.json', '--sign']],
  ['nothing to sign', ['--sign', inKeys]],
])('with %s nothing is graded', async (_, args) => {
  const { code, stdout, stderr } = await grade(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toBe('');
  expect(() => read('no.json')).toThrow();
});

test('keys are never replaced', async () => {
  const before = read(inKeys);
  const { code, stderr } = await folder.run(['keys', '--out', 'keys']);
  expect(code).toBe(2);
  expect(stderr).toContain('is there already: a key is never replaced');
  expect(read(inKeys)).toBe(before);
});
