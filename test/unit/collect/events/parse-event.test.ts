import { expect, test } from '@jest/globals';
import { parseEvent } from '../../../../src/collect/events/parse-event';
import { engineNow } from '../../../../src/collect/facts/events';

const line = {
  status: 'top',
  id: 'abc',
  Type: 'container',
  Action: 'top',
  Actor: { ID: 'abc', Attributes: { name: 'ubuntu', odd: 1 } },
  time: 1795507630,
  timeNano: 1795507630864793045,
};

test('reads what an engine sends, always the same way', () => {
  const event = parseEvent(line);
  expect(event).toMatchObject({
    type: 'container',
    action: 'top',
    id: 'abc',
    attributes: { name: 'ubuntu' },
    time: 1795507630,
  });
  expect(event?.timeNano).toMatch(/^17955076308647930\d\d$/);
  expect(parseEvent({ ...line, timeNano: 0 })?.timeNano).toBe('1795507630000000000');
});

test.each([[null], ['text'], [{}], [{ ...line, Type: 3 }], [{ ...line, time: 'soon' }]])(
  '%j is no event',
  (other) => {
    expect(parseEvent(other)).toBeUndefined();
  },
);

test('what a student can make long is cut', () => {
  const long = 'x'.repeat(100_000);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`label${index}`, long]));
  const event = parseEvent({
    ...line,
    Action: `exec_create: ${long}`,
    Actor: { ID: 'abc', Attributes: many },
  });
  expect(JSON.stringify(event).length).toBeLessThan(100_000);
});

test('whatever labels a container has, what is read of its events stays', () => {
  const labels = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`a.label${index}`, '']));
  const told = { exitCode: '0', execID: 'e', image: 'ubuntu', name: 'ubuntu', signal: '15' };
  const event = parseEvent({ ...line, Actor: { ID: 'abc', Attributes: { ...labels, ...told } } });
  expect(event?.attributes).toMatchObject(told);
  expect(Object.keys(event?.attributes ?? {})).toHaveLength(40);
});

test.each([
  [1000.5, 'Thu, 01 Jan 1970 00:16:40 GMT', 1000.5],
  [1000.5, undefined, 1000.5],
  [1000.5, 'not a date', 1000.5],
  // The engine's clock is ahead, or far behind: its own decides, to the end of its second.
  [1000.5, 'Thu, 01 Jan 1970 00:16:42 GMT', 1003],
  [1000.5, 'Thu, 01 Jan 1970 00:10:00 GMT', 601],
])('with our clock at %d and the engine’s date %s events are read until %d', (ours, date, until) => {
  expect(engineNow(ours, date)).toBe(until);
});
