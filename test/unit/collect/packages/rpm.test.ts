import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readRpm } from '../../../../src/collect/packages/rpm';
import { blobsOf } from '../../../../src/collect/packages/sqlite-table';

const fixture = (name: string) =>
  gunzipSync(readFileSync(join(__dirname, '../../../fixtures/packages', name)));

describe('the database of rpm', () => {
  test('gives name, version and what it provides, as rpm wrote them', () => {
    expect(readRpm(fixture('rpmdb.sqlite.gz'))).toEqual([
      { name: 'python3', version: '3.13.2-1.fc42', state: 'installed', provides: ['python3'] },
      { name: 'nginx', version: '1:1.26.3-2.fc42', state: 'installed', provides: ['nginx', 'webserver'] },
      { name: 'bash', version: '5.2.37-1.fc42', state: 'installed', provides: ['bash'] },
    ]);
  });

  test.each([
    Buffer.alloc(0),
    Buffer.from('SQLite format 3\0'.padEnd(100, '\0')),
    Buffer.from('no database at all'),
  ])('is empty in what is none', (bytes) => {
    expect(readRpm(bytes)).toEqual([]);
  });

  test('ends early, and quietly, in a damaged file', () => {
    const whole = fixture('rpmdb.sqlite.gz');
    for (let seed = 1; seed <= 300; seed += 1) {
      const damaged = Buffer.from(
        whole.subarray(0, seed % 3 === 0 ? (seed * 977) % whole.length : whole.length),
      );
      for (let at = (seed * 7) % 512; at < damaged.length; at += 997 + seed)
        damaged[at] = (seed * 31 + at) % 256;
      expect(Array.isArray(readRpm(damaged))).toBe(true);
    }
  });
});

describe('a table of SQLite', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => index + 1)
    .filter((n) => n % 7 !== 0)
    .map((n) => Buffer.alloc(((n * n) % 1700) + 1, n % 251));

  test('is read through inner pages and chains of overflow pages', () => {
    const read = blobsOf(fixture('deep.sqlite.gz'), 'Packages');
    expect(read).toHaveLength(rows.length);
    expect(read.every((blob, index) => rows[index]?.equals(blob))).toBe(true);
  });

  test('is empty when there is none of that name', () => {
    expect(blobsOf(fixture('deep.sqlite.gz'), 'other')).toEqual([]);
    expect(blobsOf(fixture('deep.sqlite.gz'), 'nothing')).toEqual([]);
  });
});
