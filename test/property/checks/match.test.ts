import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Shape, ValueType } from '../../../src/checks/attribute';
import { tellExpected } from '../../../src/checks/tell/expected';
import { holds } from '../../../src/checks/match/holds';
import { matcherNames } from '../../../src/checks/match/matchers';
import { expectationProblems } from '../../../src/checks/match/problems';
import type { Json } from '../../../src/text/json';

const type = fc.constantFrom<ValueType>(
  'string',
  'text',
  'path',
  'number',
  'boolean',
  'version',
  'size',
  'duration',
  'publication',
  'reference',
  'mode',
  'command',
  'platform',
);
/** The same values as Json, which fast-check's own type does not know to be read-only. */
const jsonValue = (): fc.Arbitrary<Json> => fc.jsonValue() as fc.Arbitrary<Json>;
const shape = fc.constantFrom<Shape>('one', 'list', 'map', 'document');
const target = fc.record({ type, shape: fc.constantFrom<Shape>('one', 'list') });

/** Few values, so that they often meet. */
const literal = fc.constantFrom<Json>(
  'a',
  'b',
  '/a/',
  '80:80',
  '8000-8001:80-81',
  '>=1',
  '1.2',
  1,
  2,
  true,
  null,
  '',
  '/(/',
);
const seen = fc.option(fc.oneof(literal, fc.array(literal, { maxLength: 3 }), jsonValue()), {
  nil: undefined,
});
const { expectation } = fc.letrec<{ expectation: Json }>((tie) => ({
  expectation: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    literal,
    fc.array(tie('expectation'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...matcherNames), tie('expectation'), { maxKeys: 2 }),
  ),
}));
const anything = fc.oneof(expectation, jsonValue());

describe('holds', () => {
  test('answers for any expectation and any value', () => {
    fc.assert(
      fc.property(type, shape, anything, fc.oneof(seen, jsonValue()), (type, shape, expected, value) => {
        expect(typeof holds({ type, shape }, expected, value)).toBe('boolean');
      }),
    );
  });

  test('a double negation changes nothing', () => {
    fc.assert(
      fc.property(target, expectation, seen, (target, expected, value) => {
        expect(holds(target, { not: { not: expected } }, value)).toBe(holds(target, expected, value));
      }),
    );
  });

  test('any holds when one does, all when each does, none when no one does', () => {
    fc.assert(
      fc.property(
        target,
        fc.array(expectation, { minLength: 1, maxLength: 3 }),
        seen,
        (target, list, value) => {
          const each = list.map((item) => holds(target, item, value));
          expect(holds(target, { any: list }, value)).toBe(each.includes(true));
          expect(holds(target, { all: list }, value)).toBe(!each.includes(false));
          expect(holds(target, { none: list }, value)).toBe(!each.includes(true));
        },
      ),
    );
  });

  test('what contains all of a list contains all of a part of it, and still does with more elements', () => {
    const some = fc.array(literal, { maxLength: 4 });
    fc.assert(
      fc.property(type, some, some, some, (type, wanted, value, more) => {
        fc.pre(holds({ type, shape: 'list' }, wanted, value));
        expect(holds({ type, shape: 'list' }, wanted.slice(1), value)).toBe(true);
        expect(holds({ type, shape: 'list' }, wanted, [...more, ...value])).toBe(true);
      }),
    );
  });

  test('nothing seen meets nothing that has no negation in it', () => {
    fc.assert(
      fc.property(type, shape, anything, (type, shape, expected) => {
        fc.pre(!/"(not|none|exists)":/.test(JSON.stringify(expected)));
        expect(holds({ type, shape }, expected, undefined)).toBe(false);
      }),
    );
  });
});

test('any expectation can be checked and shown', () => {
  fc.assert(
    fc.property(type, shape, anything, (type, shape, expected) => {
      const grammar = { type, shape, values: ['a', 'b'], kinds: ['container'] };
      expect(Array.isArray(expectationProblems(grammar, expected))).toBe(true);
      expect(tellExpected({ type, shape }, expected, 'fr').length).toBeGreaterThan(0);
    }),
  );
});
