import { expect, test } from '@jest/globals';
import Ajv from 'ajv';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerShapes } from '../../../src/evidence/shapes/answer-shapes';
import { factShapes } from '../../../src/evidence/shapes/fact-shapes';
import { problemIn } from '../../../src/evidence/shapes/problem-in';
import { wholeAnswer } from '../../support/whole-answer';
import type { Json, JsonObject } from '../../../src/text/json';

const read = (path: string): Json =>
  JSON.parse(readFileSync(join(__dirname, '../../..', path), 'utf8')) as Json;
const labs = ['01-hello-world', '02-ubuntu', '03-nginx'];
const container = wholeAnswer('/containers/web/json', { Id: 'a' }) as JsonObject;
const problem = (changes: object) => problemIn(answerShapes.container.schema, { ...container, ...changes });
const state = (changes: object) => problem({ State: { ...(container['State'] as object), ...changes } });

test.each(labs)('what was seen of %s is of the shapes of its facts', (lab) => {
  const { facts } = read(`labs/${lab}/sessions/reference.evidence.json`) as unknown as {
    readonly facts: Readonly<Record<string, { readonly value: unknown }>>;
  };
  for (const [key, { value }] of Object.entries(facts)) {
    const name = key.split('/')[0] as keyof typeof factShapes;
    expect([key, problemIn(factShapes[name], value)]).toEqual([key, undefined]);
  }
});

test('an inspect is held to what all engines answer', () => {
  expect(problem({})).toBeUndefined();
  expect(problemIn(answerShapes.container.schema, {})).toBe('/Id: required');
  expect(problemIn(answerShapes.container.schema, null)).toBe('/: type');
  expect(problem({ State: null })).toBe('/State: type');
  expect(problem({ Mounts: 'none' })).toBe('/Mounts: type');
  expect(state({ StartedAt: 'x' })).toBe('/State/StartedAt: pattern');
  expect(state({ StartedAt: '2026-13-41T25:00:00Z' })).toBe('/State/StartedAt: pattern');
  expect(state({ Running: 'true' })).toBe('/State/Running: type');
  expect(state({ ExitCode: JSON.parse('1e999') as number })).toBe('/State/ExitCode: type');
});

test('sizes and times are not negative', () => {
  const row = { Id: 'sha256:'.padEnd(71, 'a'), RepoTags: [], Created: 1 };
  expect(problemIn(answerShapes.images.schema, [{ ...row, Size: 5 }])).toBeUndefined();
  expect(problemIn(answerShapes.images.schema, [{ ...row, Size: -5 }])).toBe('/0/Size: minimum');
});

test('the names of a map may be anything', () => {
  const labels = JSON.parse('{"__proto__":"a","constructor":"b"}') as object;
  expect(problem({ Config: { ...(container['Config'] as object), Labels: labels } })).toBeUndefined();
});

// Our own reading of the few words of a schema says what ajv says.
const ajv = new Ajv({ strict: false });
const schemas = [
  ...Object.values(answerShapes).map(({ schema }) => schema),
  ...Object.values(factShapes),
].map((schema) => ({ schema, validate: ajv.compile(schema) }));
const fixtures = readdirSync(join(__dirname, '../../fixtures/containers')).map((file) =>
  read(`test/fixtures/containers/${file}`),
);

/** Any value in the place of one of the fields, at any depth. */
function withChange(value: Json, path: readonly number[], change: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return change;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return change;
  const inner = withChange((value as Record<string, Json>)[key] ?? null, rest, change);
  return Array.isArray(value)
    ? value.map((one: Json, index) => (String(index) === key ? inner : one))
    : { ...(value as JsonObject), [key]: inner };
}

test('a schema means what it means to ajv', () => {
  const anyChange = fc.tuple(
    fc.constantFrom(...fixtures, container),
    fc.array(fc.nat(50), { maxLength: 4 }),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  );
  fc.assert(
    fc.property(anyChange, ([base, path, change]) => {
      const value = withChange(base, path, change);
      for (const { schema, validate } of schemas)
        expect(problemIn(schema, value) === undefined).toBe(validate(value));
    }),
    { numRuns: 60 },
  );
});
