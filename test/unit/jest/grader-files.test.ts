import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGraders, gradersFor } from '../../../src/jest/grader-files';
import { inGraderOrder } from '../../../src/jest/grader-order';

describe('graders in a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-graders-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('are found by their names, sorted, without the one that runs all labs', () => {
    for (const name of ['b.grader.ts', 'a.grader.mjs', 'labs.grader.ts', 'notes.md', 'c.ts'])
      writeFileSync(join(folder, name), name);
    mkdirSync(join(folder, 'deeper'));
    expect(findGraders([folder, join(folder, 'b.grader.ts')])).toEqual([
      { path: join(folder, 'a.grader.mjs'), source: 'a.grader.mjs' },
      { path: join(folder, 'b.grader.ts'), source: 'b.grader.ts' },
    ]);
  });
  test('a missing folder has none', () => {
    expect(findGraders([join(folder, 'nowhere')])).toEqual([]);
  });
});

describe('graders that have to run', () => {
  const files = [
    { path: 'a', source: "test('one', …)" },
    { path: 'b', source: "test('two', …); test('one', …)" },
    { path: 'c', source: 'test(`${x}`, …)' },
  ];
  test('are all that name the title: it may be there twice', () => {
    expect(gradersFor(['one'], files).map(({ path }) => path)).toEqual(['a', 'b']);
    expect(gradersFor(['two'], files).map(({ path }) => path)).toEqual(['b']);
  });
  test('are all graders for a title that none names as it is', () => {
    expect(gradersFor(['two', 'made at run time'], files)).toEqual(files);
  });
});

test('labs come last, whatever their path', () => {
  const paths = ['/a/labs.grader.ts', '/b/z.grader.ts', '/b/c.grader.ts'];
  expect(inGraderOrder(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual([
    '/b/c.grader.ts',
    '/b/z.grader.ts',
    '/a/labs.grader.ts',
  ]);
});
