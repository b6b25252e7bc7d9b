import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { openLooker } from '../../../../src/cli/watch/looker';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const pace = { settleMs: 300, longestMs: 2000, idleMs: 10_000 };

/** Looks that end when told to. */
function looks() {
  const ends: (() => void)[] = [];
  const looker = openLooker(() => new Promise((resolve) => ends.push(resolve)), pace);
  const end = async () => {
    ends.at(-1)?.();
    await jest.advanceTimersByTimeAsync(0);
  };
  return { looker, end, begun: () => ends.length };
}

test('a burst is looked into once, when it has settled', async () => {
  const { looker, begun } = looks();
  for (let n = 0; n < 5; n++) {
    looker.ask();
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(begun()).toBe(0);
  await jest.advanceTimersByTimeAsync(200);
  expect(begun()).toBe(1);
});

test('a burst that does not end is looked into all the same', async () => {
  const { looker, begun } = looks();
  for (let n = 0; n < 21; n++) {
    looker.ask();
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(begun()).toBe(1);
});

test('there are never two looks at once; what happens during one is looked into after it', async () => {
  const { looker, begun, end } = looks();
  looker.ask();
  await jest.advanceTimersByTimeAsync(300);
  looker.ask();
  await jest.advanceTimersByTimeAsync(5000);
  expect(begun()).toBe(1);
  await end();
  await jest.advanceTimersByTimeAsync(300);
  expect(begun()).toBe(2);
});

test('where nothing happens there is a look now and then, until it is stopped', async () => {
  const { looker, begun, end } = looks();
  looker.ask();
  await jest.advanceTimersByTimeAsync(300);
  await end();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(begun()).toBe(2);
  const stopped = looker.stop();
  await end();
  await stopped;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(begun()).toBe(2);
});
