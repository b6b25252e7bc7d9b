import { expect, test } from '@jest/globals';
import { parseSession, type Session } from '../../../../src/cleanroom';
import { inStoryOrder, restAfter } from '../../../../src/verify/sessions/stories';

function session(...lines: readonly string[]): Session {
  const parsed = parseSession(lines.map((line) => `$ ${line}`).join('\n'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

test('a session goes on from one that it begins with, and plays the rest', () => {
  const rest = restAfter(session('a', 'b'), session('a', 'b', 'c'));
  expect(rest?.items.map((item) => item.kind === 'type' && item.text)).toEqual(['c']);
});

test.each([
  ['is the same', ['a', 'b'], ['a', 'b']],
  ['begins otherwise', ['b'], ['a', 'b']],
  ['is longer', ['a', 'b', 'c'], ['a', 'b']],
])('a session does not go on from one that %s', (_, played, next) => {
  expect(restAfter(session(...played), session(...next))).toBeUndefined();
});

test('sessions come after the one that they go on from, each once', () => {
  const files = [['a', 'b', 'c'], ['x'], ['a'], ['a', 'b'], ['x', 'y']].map((lines) => ({
    name: lines.join(''),
    session: session(...lines),
  }));
  expect(inStoryOrder(files).map(({ name }) => name)).toEqual(['x', 'xy', 'a', 'ab', 'abc']);
});
