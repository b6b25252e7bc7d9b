import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Shape, ValueType } from '../../../src/checks/attribute';
import { compare } from '../../../src/checks/match/compare';
import { matcherNames } from '../../../src/checks/match/matchers';
import { whole, type Sight } from '../../../src/checks/match/sight';
import { isJsonObject, type Json } from '../../../src/text/json';

const type = fc.constantFrom<ValueType>(
  'string',
  'text',
  'path',
  'number',
  'size',
  'duration',
  'version',
  'id',
);
const shape = fc.constantFrom<Shape>('one', 'list', 'map', 'document');

/** Few letters and line feeds, so that texts often meet what is looked for, at their end too. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '-'), maxLength: 6 });
const number = fc.integer({ min: 0, max: 4 });
const key = fc.constantFrom('a', 'b', 'size', 'not');
const { seen } = fc.letrec<{ seen: Json }>((tie) => ({
  seen: fc.oneof(
    { maxDepth: 2 },
    text,
    number,
    fc.array(tie('seen'), { maxLength: 4 }),
    fc.dictionary(key, tie('seen'), { maxKeys: 3 }),
  ),
}));
const pattern = fc.constantFrom(
  '/a/',
  '/^a/',
  '/b$/',
  '/^a$/m',
  '/a\\b/',
  '/a\\B/',
  '/a.*/',
  '/a[^b]/',
  '/(?:a|b$)/',
  '/\\z/',
  '/^$/',
  '/\\Qa$/',
  '/a b$/s',
);
const { expectation } = fc.letrec<{ expectation: Json }>((tie) => ({
  expectation: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    number,
    pattern,
    fc.array(tie('expectation'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...matcherNames), tie('expectation'), { minKeys: 1, maxKeys: 2 }),
    fc.record({ size: number }),
    fc.record({ exists: fc.boolean() }),
    fc.dictionary(key, tie('expectation'), { maxKeys: 2 }),
  ),
}));

/** Draws what a cap may leave of a value; `deep`: also of what is inside. */
function cutOf(value: Json, deep: boolean, draw: fc.GeneratorValue): Json | undefined {
  if (draw(fc.boolean) && draw(fc.boolean) && draw(fc.boolean)) return undefined;
  return partOf(value, deep, draw);
}

function partOf(value: Json, deep: boolean, draw: fc.GeneratorValue): Json {
  if (typeof value === 'string') return value.slice(0, draw(fc.nat, { max: value.length }));
  if (typeof value === 'number') return draw(fc.nat, { max: value });
  const inner = (part: Json): Json => (deep ? partOf(part, deep, draw) : part);
  if (Array.isArray(value)) return value.filter(() => draw(fc.boolean)).map(inner);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => draw(fc.boolean))
      .map(([name, entry]) => [name, inner(entry)]),
  );
}

describe('what was cut', () => {
  const runs = { numRuns: 2_000 };

  test('is judged as the whole would be, or not at all', () => {
    fc.assert(
      fc.property(
        type,
        shape,
        expectation,
        seen,
        fc.boolean(),
        fc.gen(),
        (type, shape, expected, value, deep, draw) => {
          const sight: Sight = { value: cutOf(value, deep, draw), cut: deep ? 'deep' : 'part' };
          const part = compare({ type, shape }, expected, sight);
          fc.pre(part !== 'unknown');
          expect(part).toBe(compare({ type, shape }, expected, whole(value)));
        },
      ),
      runs,
    );
  });

  test('is known in its negation when it is known, and only then', () => {
    fc.assert(
      fc.property(type, expectation, seen, (type, expected, value) => {
        const sight: Sight = { value, cut: 'part' };
        const target = { type, shape: 'one' } as const;
        const turned = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;
        expect(compare(target, { not: expected }, sight)).toBe(turned[compare(target, expected, sight)]);
      }),
    );
  });
});

test('a value that is whole is never judged unknown', () => {
  fc.assert(
    fc.property(type, shape, expectation, seen, (type, shape, expected, value) => {
      expect(compare({ type, shape }, expected, whole(value))).not.toBe('unknown');
    }),
  );
});
