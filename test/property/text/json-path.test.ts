import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../../src/text/json';
import { parseJsonPath, resolveJsonPath, valueAt } from '../../../src/text/json-path';

const quote = (key: string): string => key.replace(/["\\]/g, '\\$&');

test('every value of a document is found by the path to it, quoted or not', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.array(fc.dictionary(fc.string(), fc.integer()))), (made) => {
      const document = made as Json;
      for (const [outer, list] of Object.entries(made)) {
        for (const [index, inner] of list.entries()) {
          for (const [key, value] of Object.entries(inner)) {
            expect(valueAt(document, [outer, index, key])).toBe(value);
            expect(resolveJsonPath(document, `["${quote(outer)}"][${index}]["${quote(key)}"]`)).toBe(value);
          }
        }
      }
    }),
  );
});

test('no path finds anything that is not in the document', () => {
  const steps = fc.array(
    fc.oneof(fc.constantFrom('__proto__', 'constructor', 'length', 'toString', 'prototype'), fc.nat(3)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(steps, fc.string(), (path, text) => {
      const document: Json = { a: [], b: 'text' };
      expect(valueAt(document, path)).toBeUndefined();
      expect(valueAt(document, ['a', ...path])).toBeUndefined();
      expect(typeof parseJsonPath(text).ok).toBe('boolean');
    }),
  );
});
