import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addWhole, writeNew, writeWhole } from '../../../src/grading/write-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

describe('a file is written whole', () => {
  test('and nothing else is left beside it', () => {
    writeWhole(at('new.json'), 'one');
    writeWhole(at('new.json'), 'two');
    expect(readdirSync(folder)).toEqual(['new.json']);
    expect(read('new.json')).toBe('two');
  });

  test('it keeps its mode', () => {
    writeFileSync(at('old'), 'x');
    chmodSync(at('old'), 0o640);
    writeWhole(at('old'), 'y');
    expect(statSync(at('old')).mode & 0o777).toBe(0o640);
  });

  test('a link stays, and what it leads to is replaced, also where there is nothing yet', () => {
    mkdirSync(at('far'));
    writeFileSync(at('far/there'), 'old');
    symlinkSync('far/there', at('link'));
    symlinkSync('far/later', at('dangling'));
    writeWhole(at('link'), 'new');
    writeWhole(at('dangling'), 'made');
    expect([readlinkSync(at('link')), read('far/there')]).toEqual(['far/there', 'new']);
    expect([readlinkSync(at('dangling')), read('far/later')]).toEqual(['far/later', 'made']);
    expect(readdirSync(at('far')).sort()).toEqual(['later', 'there']);
  });

  test('a name as long as names can be is no trouble', () => {
    const name = 'n'.repeat(255);
    writeWhole(at(name), 'text');
    expect(read(name)).toBe('text');
  });

  test('of two names of one file the other one keeps what it had', () => {
    writeFileSync(at('a'), 'old');
    linkSync(at('a'), at('b'));
    writeWhole(at('a'), 'new');
    expect([read('a'), read('b')]).toEqual(['new', 'old']);
  });

  test('a folder is none, and stays', () => {
    mkdirSync(at('folder'));
    expect(() => {
      writeWhole(at('folder'), 'x');
    }).toThrow(/EISDIR/);
    expect(lstatSync(at('folder')).isDirectory()).toBe(true);
    expect(readdirSync(folder)).toEqual(['folder']);
  });
});

test('a file that must be new is not made from another', () => {
  writeNew(at('a'), 'mine', 0o600);
  expect(statSync(at('a')).mode & 0o777).toBe(0o600);
  expect(() => {
    writeNew(at('a'), 'other');
  }).toThrow(/EEXIST/);
  expect(read('a')).toBe('mine');
});

test('what is added comes behind what is there', () => {
  addWhole(at('a'), 'one ');
  addWhole(at('a'), 'two');
  expect(read('a')).toBe('one two');
});
