import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSourceFile } from '../../../../src/class/grade/source-file';

const top = mkdtempSync(join(tmpdir(), 'vigie-source-'));
const folder = join(top, 'class');
beforeAll(() => {
  mkdirSync(join(folder, 'in'), { recursive: true });
  mkdirSync(join(top, 'class-two'));
  writeFileSync(join(folder, 'in/a.json'), 'abc');
  writeFileSync(join(folder, '..notes'), 'abc');
  writeFileSync(join(top, 'secret'), 'secret');
  writeFileSync(join(top, 'class-two/b'), 'secret');
  writeFileSync(join(folder, 'in', 'Zoé.json'.normalize('NFD')), 'abc');
  writeFileSync(join(folder, 'in/utf16.json'), '\ufeffabc', 'utf16le');
  writeFileSync(join(folder, 'in/latin1.json'), 'é', 'latin1');
  symlinkSync('a.json', join(folder, 'in/link'));
  symlinkSync('../../secret', join(folder, 'in/out'));
  symlinkSync('..', join(folder, 'up'));
  symlinkSync('loop', join(folder, 'loop'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

const read = (path: string, allowOutside = false, limit = 10) => {
  const file = readSourceFile(path, { folder, allowOutside }, limit);
  return file.ok ? file.value.text : file.error.code;
};

describe('a file of an entry', () => {
  test.each([
    'in/a.json',
    './in/../in/a.json',
    'in/link',
    '..notes',
    'in/Zoé.json'.normalize('NFC'),
    'in/utf16.json',
  ])('%s is read', (path) => {
    expect(read(path)).toBe('abc');
  });

  test('comes with the hash of the bytes that were read', () => {
    const file = readSourceFile('in/a.json', { folder, allowOutside: false }, 10);
    expect(file.ok && file.value.sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test.each([
    ['../secret', 'entry.outside'],
    ['in/../../secret', 'entry.outside'],
    ['../class-two/b', 'entry.outside'],
    ['/etc/passwd', 'entry.outside'],
    ['in/out', 'entry.outside'],
    ['up/secret', 'entry.outside'],
    ['.', 'entry.outside'],
    ['in/a.json\0.png', 'entry.bad-path'],
    ['nowhere', 'entry.no-such-file'],
    ['in/a.json/b', 'entry.no-such-file'],
    ['in/latin1.json', 'entry.unreadable'],
    ['in', 'entry.not-a-file'],
    ['pipe', 'entry.not-a-file'],
    ['loop', 'entry.unreadable'],
  ])('%j is refused: %s', (path, code) => {
    expect(read(path)).toBe(code);
  });

  test.each([
    ['in/zoe.json', 'in/Zoé.json'],
    ['in/b.json', 'in/a.json'],
    ['nowhere/a.json', ''],
    ['up/secre', ''],
  ])('%j is not there, and what is near it is named: %j', (path, detail) => {
    expect(readSourceFile(path, { folder, allowOutside: false }, 10)).toEqual({
      ok: false,
      error: { code: 'entry.no-such-file', args: { path, detail } },
    });
  });

  test('may be elsewhere where that is allowed, and still has a size', () => {
    expect(read('../secret', true)).toBe('secret');
    expect(read('in/out', true)).toBe('secret');
    expect(read('../secret', true, 5)).toBe('entry.too-large');
  });
});
