import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const read = (path: string): string => readFileSync(resolve(__dirname, '../../..', path), 'utf8');

test('docs/signing.md lists each code of a refusal, and no other', () => {
  const known = [...read('src/signing/problem.ts').matchAll(/readonly '([\w.-]+)'/g)].map(([, code]) => code);
  const listed = [...read('docs/signing.md').matchAll(/^\| `([\w.-]+)`/gm)].map(([, code]) => code);
  expect(known.length).toBeGreaterThan(15);
  expect(listed.sort()).toEqual(known.sort());
});
