import { expect, jest, test } from '@jest/globals';
import { startLifetime } from '../../../src/cleanroom/room/ending/lifetime';

test('ends once, when the time is over, counted from the last restart', () => {
  jest.useFakeTimers();
  const finish = jest.fn();
  const lifetime = startLifetime(1000, finish);
  jest.advanceTimersByTime(900);
  lifetime.restart();
  jest.advanceTimersByTime(900);
  expect(finish).not.toHaveBeenCalled();
  jest.advanceTimersByTime(100);
  expect(finish).toHaveBeenCalledTimes(1);
  expect(lifetime.over.aborted).toBe(true);
  jest.useRealTimers();
});

test.each([
  ['has no time', undefined, false],
  ['was ended before', 1000, true],
])('never ends a room that %s', (_, ms, ended) => {
  jest.useFakeTimers();
  const finish = jest.fn();
  const lifetime = startLifetime(ms, finish);
  if (ended) lifetime.end();
  jest.advanceTimersByTime(1e9);
  expect(finish).not.toHaveBeenCalled();
  jest.useRealTimers();
});
