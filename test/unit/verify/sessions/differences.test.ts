import { expect, test } from '@jest/globals';
import { differences } from '../../../../src/verify/sessions/differences';

const failed = 'run.1 failed container.absent';

test.each([
  ['nothing', [], [], []],
  ['the same with its code', [failed], [failed], []],
  ['an outcome without a code', ['run.1 failed'], [failed], []],
  [
    'another code',
    ['run.1 failed container.paused'],
    [failed],
    ['- expect: run.1 failed container.paused', `+ expect: ${failed}`],
  ],
  ['another outcome', ['run.1 blocked'], [failed], ['- expect: run.1 blocked', `+ expect: ${failed}`]],
  ['less than what came', [], [failed], [`+ expect: ${failed}`]],
  ['more than what came', [failed, 'web.1 failed'], [failed], ['- expect: web.1 failed']],
  ['another order', ['web.1 failed', failed], [failed, 'web.1 failed http.timeout'], []],
])('a session that declares %s', (_, declared, seen, expected) => {
  expect(differences({ outcomes: declared, points: undefined }, { outcomes: seen, points: 4 })).toEqual(
    expected,
  );
});

test('points are compared where they are declared', () => {
  expect(differences({ outcomes: [], points: 20 }, { outcomes: [], points: 20 })).toEqual([]);
  expect(differences({ outcomes: [], points: 20 }, { outcomes: [], points: 19.5 })).toEqual([
    '- points: 20',
    '+ points: 19.5',
  ]);
});
