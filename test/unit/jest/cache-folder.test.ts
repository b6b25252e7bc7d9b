import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, type CacheFolder } from '../../../src/jest/cache-folder';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vigie-cache-test-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const at = (env: Readonly<Record<string, string>>): CacheFolder => {
  const folder = cacheFolder(env);
  if (!folder) throw new Error('There is room for a cache here.');
  return folder;
};

test("is below the user's cache, for the user alone, and the same each time", () => {
  const { path, release } = at({ XDG_CACHE_HOME: home });
  expect(path).toBe(join(home, 'vigie', 'jest'));
  expect(statSync(path).mode & 0o777).toBe(0o700);
  release();
  expect(at({ XDG_CACHE_HOME: home }).path).toBe(path);
  expect(readdirSync(path)).toEqual([]);
});

test('a folder that others can write is not trusted: what is in it would be run', () => {
  const shared = join(home, 'vigie', 'jest');
  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o777);
  const { path, release } = at({ XDG_CACHE_HOME: home });
  expect(dirname(path)).toBe(tmpdir());
  release();
});

test('without a usable home it is a fresh folder, which is gone afterwards', () => {
  writeFileSync(join(home, 'file'), '');
  const { path, release } = at({ XDG_CACHE_HOME: join(home, 'file') });
  expect(dirname(path)).toBe(tmpdir());
  release();
  expect(existsSync(path)).toBe(false);
});
