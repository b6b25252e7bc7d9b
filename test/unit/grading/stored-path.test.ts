import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLabs } from '../../../src/grading/lab-files';
import { readTextFile } from '../../../src/grading/read-text-file';
import { nearPath, storedPath } from '../../../src/grading/stored-path';

const folder = mkdtempSync(join(tmpdir(), 'vigie-stored-'));
const nfc = (name: string): string => name.normalize('NFC');
const nfd = (name: string): string => name.normalize('NFD');
beforeAll(() => {
  for (const name of [nfd('Zoé'), 'labs', `labs/${nfd('été')}`]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, nfd('Zoé'), nfc('relevé.json')), 'abc');
  for (const name of [nfc('é'), nfd('é'), nfd('à.json'), 'résumé.json'])
    writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, 'labs', nfd('été'), 'lab.yaml'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a path', () => {
  test.each([
    ['whose last name is stored decomposed', nfc('à.json'), nfd('à.json')],
    ['of folders stored in both ways', nfd('Zoé/relevé.json'), `${nfd('Zoé')}/${nfc('relevé.json')}`],
    ['that is there as written, although its double is too', nfd('é'), nfd('é')],
    ['that leads nowhere', nfc('né'), nfc('né')],
    ['below a file', 'résumé.json/x', 'résumé.json/x'],
  ])('%s is found', (_, written, stored) => {
    expect(storedPath(join(folder, written))).toBe(join(folder, stored));
  });

  test('that leads nowhere has what is near it', () => {
    expect(nearPath(join(folder, nfd('résume.json')), 'in/résume.json')).toBe('in/résumé.json');
    expect(nearPath(join(folder, 'x/y/z'), 'x/y/z')).toBeUndefined();
  });
});

test('a file is read under the name that it is stored by', () => {
  expect(readTextFile(join(folder, nfc('Zoé/relevé.json')), 10)).toEqual({ ok: true, value: 'abc' });
});

describe('a lab whose folder is stored decomposed', () => {
  const file = join(folder, 'labs', nfd('été'), 'lab.yaml');
  test.each([
    ['by its id', nfc('été')],
    ['by its path', nfc('labs/été')],
  ])('is found %s', (_, name) => {
    const labs = findLabs([name], 'labs', folder);
    expect(labs.ok && labs.value.map(({ path }) => path)).toEqual([file]);
  });

  test('is named to who writes something like it', () => {
    const labs = findLabs([nfc('étè')], 'labs', folder);
    expect(!labs.ok && labs.error[0]?.args).toMatchObject({ nearest: nfc('été') });
  });
});
