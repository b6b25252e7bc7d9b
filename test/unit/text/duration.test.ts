import { expect, test } from '@jest/globals';
import { formatDuration, parseDuration } from '../../../src/text/duration';

test.each<[string | number, number]>([
  ['10s', 10_000],
  ['1m30s', 90_000],
  ['500ms', 500],
  ['2h', 7_200_000],
  ['1.5s', 1500],
  ['1.001s', 1001],
  ['1h2m3s4ms', 3_723_004],
  [' 10s ', 10_000],
  ['0', 0],
  [0, 0],
])('parseDuration reads %j', (value, expected) => {
  expect(parseDuration(value)).toEqual({ ok: true, value: expected });
});

test.each<[string | number, string, string]>([
  ['', 'duration-empty', ''],
  ['10', 'duration-no-unit', '10'],
  [10, 'duration-no-unit', '10'],
  [1.5, 'duration-no-unit', '1.5'],
  ['10 s', 'duration-syntax', '10 s'],
  ['1m30', 'duration-syntax', '30'],
  ['10 secondes', 'duration-syntax', '10 secondes'],
  ['-1s', 'duration-syntax', '-1s'],
  ['1d', 'duration-syntax', '1d'],
  ['s', 'duration-syntax', 's'],
  ['999999999999h', 'duration-too-long', '999999999999h'],
])('parseDuration refuses %j', (value, code, part) => {
  expect(parseDuration(value)).toEqual({ ok: false, error: { code, part } });
});

test.each([
  [0, '0s'],
  [500, '500ms'],
  [1500, '1.5s'],
  [59_999, '59.999s'],
  [90_000, '1m30s'],
  [7_200_000, '2h'],
  [3_723_004, '1h2m3.004s'],
  [-5, '0s'],
])('formatDuration writes %d ms as %s', (milliseconds, expected) => {
  expect(formatDuration(milliseconds)).toBe(expected);
});
