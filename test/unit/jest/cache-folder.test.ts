import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../../src/jest/cache-folder';

let home: string;
const made: string[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vigie-cache-test-'));
});
afterEach(() => {
  for (const folder of [home, ...made.splice(0)]) rmSync(folder, { recursive: true });
});

test("is below the user's cache, for the user alone, and the same each time", () => {
  const folder = cacheFolder({ XDG_CACHE_HOME: home });
  expect(folder).toBe(join(home, 'vigie', 'jest'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(cacheFolder({ XDG_CACHE_HOME: home })).toBe(folder);
});

test('a folder that others can write is not trusted: what is in it would be run', () => {
  const shared = join(home, 'vigie', 'jest');
  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o777);
  const folder = cacheFolder({ XDG_CACHE_HOME: home });
  made.push(folder);
  expect(dirname(folder)).toBe(tmpdir());
});

test('without a usable home it is a fresh folder', () => {
  writeFileSync(join(home, 'file'), '');
  const folder = cacheFolder({ XDG_CACHE_HOME: join(home, 'file') });
  made.push(folder);
  expect(dirname(folder)).toBe(tmpdir());
});
