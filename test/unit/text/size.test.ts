import { expect, test } from '@jest/globals';
import { formatSize, parseSize } from '../../../src/text/size';

test.each<[string | number, number]>([
  ['512m', 536_870_912],
  ['512M', 536_870_912],
  ['1.5g', 1_610_612_736],
  ['64KiB', 65_536],
  ['64kb', 65_536],
  ['64 kB', 65_536],
  ['100b', 100],
  ['100', 100],
  [100, 100],
  ['1t', 1_099_511_627_776],
  ['0.5b', 0],
])('parseSize reads %j', (value, expected) => {
  expect(parseSize(value)).toEqual({ ok: true, value: expected });
});

test.each<[string | number, string, string]>([
  ['', 'size-empty', ''],
  ['-1', 'size-syntax', '-1'],
  ['1,5g', 'size-syntax', '1,5g'],
  ['512mo', 'size-syntax', '512mo'],
  ['m', 'size-syntax', 'm'],
  [Number.NaN, 'size-syntax', 'NaN'],
  ['99999p', 'size-too-large', '99999p'],
])('parseSize refuses %j', (value, code, part) => {
  expect(parseSize(value)).toEqual({ ok: false, error: { code, part } });
});

test.each([
  [0, '0B'],
  [1023, '1023B'],
  [1024, '1KiB'],
  [1_048_575, '1MiB'],
  [536_870_912, '512MiB'],
  [1_610_612_736, '1.5GiB'],
  [77_800_000, '74.2MiB'],
])('formatSize writes %d as %s', (bytes, expected) => {
  expect(formatSize(bytes)).toBe(expected);
});
