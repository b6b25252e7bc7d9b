import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { exampleCheck } from '../../../scripts/generate/examples';
import { kinds } from '../../../src/checks/registry';
import { formatProblems } from '../../../src/spec/format-problems';
import { commonCheckKeys } from '../../../src/spec/keys';
import { loadLab } from '../../../src/spec/load-lab';
import type { Json } from '../../../src/text/json';

/** What an author has: the generated schema and the validators in the package, for the kinds that are shipped. */
const schema = JSON.parse(readFileSync(join(__dirname, '../../../schema/lab.schema.json'), 'utf8')) as object;
const matchesSchema = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const labOf = (check: Json): Json => ({
  vigie: 1,
  id: 'x',
  title: 'X',
  tasks: [{ id: 'a', title: 'A', points: 20, checks: [check] }],
});

function troubleWith(check: Json): string {
  const lab = labOf(check);
  const loaded = loadLab({ text: stringify(lab), file: 'lab.yaml', hash: '', kinds });
  const told = loaded.ok ? '' : formatProblems(loaded.error, 'en', { color: false });
  return told + (matchesSchema(lab) ? '' : JSON.stringify(matchesSchema.errors, undefined, 1));
}

describe.each(Object.values(kinds))('the kind $kind', (kind) => {
  test('its example is a sound check', () => {
    expect(troubleWith(exampleCheck(kind))).toBe('');
  });

  const assertions = Object.entries(kind.attributes).filter(
    ([key]) => !(commonCheckKeys as readonly string[]).includes(key),
  );
  test('the example of every assertion is sound', () => {
    const checks = assertions.map(([key, { example }]) => ({ ...exampleCheck(kind), [key]: example }));
    expect(checks.map(troubleWith).join('')).toBe('');
  });

  test('the example of every parameter is sound', () => {
    const parameters = Object.entries(kind.parameters).map(([key, { example }]) => ({
      ...exampleCheck(kind),
      [key]: example,
    }));
    expect(parameters.map(troubleWith).join('')).toBe('');
  });

  test('an unknown key is refused by the schema and by the loader', () => {
    const check = { ...exampleCheck(kind), 'no-such-key': 1 };
    expect(matchesSchema(labOf(check))).toBe(false);
    expect(loadLab({ text: stringify(labOf(check)), file: 'lab.yaml', hash: '', kinds }).ok).toBe(false);
  });

  test('no assertion has the name of a parameter', () => {
    expect(assertions.map(([key]) => key).filter((key) => Object.hasOwn(kind.parameters, key))).toEqual([]);
  });
});

describe('the schema and the loader agree', () => {
  const container = { container: 'web' };
  test.each<[string, Json, boolean]>([
    [
      'every matcher',
      { ...container, hostname: { not: 'a', any: ['b', { size: 1 }], contains: 'c', exists: true } },
      true,
    ],
    ['orders', { ...container, memory: { gte: '512m', lt: 5 } }, true],
    ['a list of ports', { ...container, ports: ['80:80', { not: '/81/' }] }, true],
    ['labels', { ...container, labels: { size: '1', b: { exists: false } } }, true],
    ['a path of the document', { ...container, inspect: { 'Config.User': { any: ['a', null, 1] } } }, true],
    ['a number for a text', { ...container, user: 1000 }, true],
    ['a reference to another resource', { ...container, hostname: { 'same-as': 'container/db.id' } }, true],
    ['an order of texts', { ...container, hostname: { gt: 'a' } }, false],
    ['a word that is never said', { ...container, state: 'runing' }, false],
    ['an empty object', { ...container, hostname: {} }, false],
    ['an empty list', { ...container, ports: [] }, false],
    ['an unknown matcher', { ...container, hostname: { like: 'a' } }, false],
    ['a text for a number', { ...container, 'exit-code': 'zero' }, false],
    ['no value', { ...container, hostname: null }, false],
  ])('on %s', (_title, check, sound) => {
    expect({ schema: matchesSchema(labOf(check)), loader: troubleWith(check) === '' }).toEqual({
      schema: sound,
      loader: sound,
    });
  });
});
