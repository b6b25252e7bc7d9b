import { describe, expect, test } from '@jest/globals';
import { expectationProblems, type Grammar } from '../../../../src/checks/match/problems';
import type { Json } from '../../../../src/text/json';

const one = (type: Grammar['type'], more: Partial<Grammar> = {}): Grammar => ({
  type,
  shape: 'one',
  ...more,
});
const list = (type: Grammar['type']): Grammar => ({ type, shape: 'list' });
const kinds = ['container', 'image'];

test.each<[Grammar, Json]>([
  [one('string'), 'x'],
  [one('string'), '/x/i'],
  [one('string'), { not: '/x/', any: ['a', { contains: 'b' }] }],
  [one('string', { values: ['running'] }), 'running'],
  [one('string', { values: ['running'] }), '/^run/'],
  [one('string', { values: ['running'] }), { contains: 'run' }],
  [one('path'), '/app/('],
  [one('path'), { matches: '/^.app/' }],
  [one('number'), { gte: 1, lt: 3 }],
  [one('boolean'), { not: true }],
  [one('version'), '>=20.10 <29'],
  [one('version'), { gte: '20.10' }],
  [one('size'), { lte: '512m' }],
  [one('duration'), '10s'],
  [one('mode'), 'rw-r--r--'],
  [one('platform'), 'linux/amd64'],
  [one('text'), ['a', '/b/', { not: 'c' }]],
  [list('publication'), ['80:80', '8000-8001:80-81']],
  [list('string'), { only: [] }],
  [list('string'), { size: { gte: 1 } }],
  [
    { type: 'string', shape: 'map' },
    { size: 'x', server: '/^n/', a: { exists: false } },
  ],
  [{ type: 'string', shape: 'map' }, ['a', 'b']],
  [{ type: 'path', shape: 'map' }, { size: 0 }],
  [{ type: 'path', shape: 'map' }, { exists: false }],
  [{ type: 'path', shape: 'map' }, { contains: '/data' }],
  [
    { type: 'path', shape: 'map' },
    { not: { '/data': 'x' }, any: ['/a', { '/b': 'x' }], only: [] },
  ],
  [{ type: 'string', shape: 'map' }, { equals: { team: '/blue/' } }],
  [
    { type: 'string', shape: 'document' },
    { 'A.b[0]["c.d"]': { gte: 1 }, B: null },
  ],
  [one('string', { kinds }), { 'same-as': 'container/my.web.id' }],
])('%j takes %j', (grammar, expected) => {
  expect(expectationProblems(grammar, expected)).toEqual([]);
});

const codes = (grammar: Grammar, expected: Json) =>
  expectationProblems(grammar, expected).map(({ path, code }) => `${path.join('.')}: ${code}`);

test.each<[Grammar, Json, string[]]>([
  [one('string'), null, [': expectation.sort']],
  [one('string'), {}, [': expectation.empty']],
  [one('string'), ['a', 'b'], [': expectation.list-of-one']],
  [list('string'), [], [': expectation.empty']],
  [one('string'), { any: 'a' }, ['any: expectation.sort']],
  [one('string'), { any: [] }, ['any: expectation.empty']],
  [one('string'), { nott: 'a' }, ['nott: expectation.unknown-matcher']],
  [one('string'), { gt: 'a' }, ['gt: expectation.matcher-does-not-apply']],
  [one('number'), '3', [': expectation.sort']],
  [one('number'), Infinity, [': expectation.sort']],
  [one('number'), { matches: '3' }, ['matches: expectation.matcher-does-not-apply']],
  [one('number'), { size: 3 }, ['size: expectation.matcher-does-not-apply']],
  [one('boolean'), 'true', [': expectation.sort']],
  [one('size'), '512q', [': expectation.malformed']],
  [one('size'), '/5/', [': expectation.pattern-not-taken']],
  [one('duration'), 10, [': expectation.malformed']],
  [one('version'), 'new', [': expectation.malformed']],
  [one('version'), { gte: '>=1' }, ['gte: expectation.malformed']],
  [one('reference'), 'Ubuntu', [': expectation.malformed']],
  [one('mode'), '0999', [': expectation.malformed']],
  [one('platform'), 'linux/amd46', [': expectation.malformed']],
  [list('publication'), ['80:80', '80:'], ['1: expectation.malformed']],
  [one('string'), { exists: 'no' }, ['exists: expectation.sort']],
  [{ type: 'string', shape: 'document' }, 'x', [': expectation.sort']],
  [{ type: 'string', shape: 'document' }, { 'a..b': 'x' }, ['a..b: expectation.malformed']],
  [{ type: 'string', shape: 'map' }, { a: { not: '/(/' } }, ['a.not: expectation.malformed']],
  [{ type: 'string', shape: 'map' }, { exists: true, team: 'blue' }, ['exists: expectation.matcher-as-key']],
  [{ type: 'string', shape: 'map' }, { not: 'a', team: 'blue' }, ['not: expectation.matcher-as-key']],
  [{ type: 'string', shape: 'map' }, { size: { gte: 'many' } }, ['size.gte: expectation.sort']],
  [{ type: 'string', shape: 'map' }, { any: [{ a: '/(/' }] }, ['any.0.a: expectation.malformed']],
  [{ type: 'string', shape: 'map' }, { any: [] }, ['any: expectation.empty']],
  [{ type: 'string', shape: 'map' }, { equals: 'a' }, ['equals: expectation.sort']],
  [{ type: 'string', shape: 'document' }, { size: 2 }, ['size: expectation.matcher-as-key']],
  [{ type: 'string', shape: 'document' }, { exists: true }, ['exists: expectation.matcher-as-key']],
  [one('string', { kinds }), { 'same-as': 'container' }, ['same-as: expectation.same-as']],
  [one('string', { kinds }), { 'same-as': 'contaner/x.id' }, ['same-as: expectation.same-as-kind']],
  [list('string'), ['/(/', '/[/', 'x'], ['0: expectation.malformed', '1: expectation.malformed']],
])('%j refuses %j', (grammar, expected, problems) => {
  expect(codes(grammar, expected)).toEqual(problems);
});

describe('a problem says where and what', () => {
  test('a wrong word names the nearest of the known ones', () => {
    expect(expectationProblems(one('string', { values: ['running', 'exited'] }), { not: 'runing' })).toEqual([
      {
        path: ['not'],
        code: 'expectation.unknown-value',
        args: { value: 'runing', known: ['running', 'exited'], nearest: 'running' },
      },
    ]);
  });

  test('a wrong pattern points to the character, with and without slashes', () => {
    expect(expectationProblems(one('string'), '/ab(?=c)/')).toMatchObject([
      { at: 3, args: { reason: 'pattern-lookaround' } },
    ]);
    expect(expectationProblems(one('string'), { matches: 'ab(?=c)' })).toMatchObject([{ at: 2 }]);
  });

  test('a wrong part of a port points to that part', () => {
    expect(expectationProblems(list('publication'), '80:99999')).toMatchObject([
      { at: 3, args: { part: '99999' } },
    ]);
  });

  test('a wrong matcher is a wrong key', () => {
    expect(expectationProblems(one('string'), { contain: 'x' })).toMatchObject([
      { path: ['contain'], inKey: true, args: { nearest: 'contains' } },
    ]);
  });
});
