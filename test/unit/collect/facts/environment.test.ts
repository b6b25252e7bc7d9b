import { expect, test } from '@jest/globals';
import { environmentAskedFor } from '../../../../src/checks/kinds/container/environment';
import { keepEnvironment } from '../../../../src/collect/facts/environment';
import type { Json } from '../../../../src/text/json';
import { checkOf } from '../../../support/evidence';

/** What a check that expects this of the variables leaves of them in the evidence. */
const kept = (env: Json) => {
  const names = environmentAskedFor(checkOf('container', 'web', { env }));
  return keepEnvironment({ Config: { Env: ['MODE=production', 'PASSWORD=secret'] } }, names).Config.Env;
};

test('expectations by name keep these variables, and nothing of the others', () => {
  expect(kept({ MODE: 'production' })).toEqual(['MODE=production']);
});

test.each<Json>([
  'MODE',
  ['MODE', 'X'],
  { size: 2 },
  { exists: true },
  { contains: 'MODE' },
  { only: ['MODE'] },
])('%j is about the names of all variables, and keeps no value', (env) => {
  expect(kept(env)).toEqual(['MODE', 'PASSWORD']);
});

test('expectations within matchers are by name, too', () => {
  expect(kept({ not: { MODE: 'x' } })).toEqual(['MODE=production']);
  expect(kept({ any: [{ MODE: 'x' }, 'OTHER'] })).toEqual(['MODE=production', 'PASSWORD']);
});

test('only who compares all values gets them all', () => {
  expect(kept({ equals: { MODE: 'production' } })).toEqual(['MODE=production', 'PASSWORD=secret']);
});
