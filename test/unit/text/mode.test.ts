import { expect, test } from '@jest/globals';
import { formatMode, parseMode, symbolicMode } from '../../../src/text/mode';

test.each<[string | number, number]>([
  ['0644', 0o644],
  ['644', 0o644],
  ['0o644', 0o644],
  [644, 0o644],
  [44, 0o044],
  [0, 0],
  ['4755', 0o4755],
  ['rw-r--r--', 0o644],
  ['-rw-r--r--', 0o644],
  ['drwxr-xr-x', 0o755],
  ['-rwsr-sr-t', 0o7755],
  ['-rwSr-Sr-T', 0o7644],
  ['-rw-r--r--.', 0o644],
])('parseMode reads %j', (value, expected) => {
  expect(parseMode(value)).toEqual({ ok: true, value: expected });
});

test.each<[string | number]>([['0899'], ['64'], ['rw-r--r-'], ['u+x'], [''], [-1], [6.4], [99999]])(
  'parseMode refuses %j',
  (value) => {
    expect(parseMode(value)).toMatchObject({ ok: false, error: { code: 'mode-syntax' } });
  },
);

test.each([
  [0o644, '0644', 'rw-r--r--'],
  [0o7755, '7755', 'rwsr-sr-t'],
  [0o7644, '7644', 'rwSr-Sr-T'],
  [0o100755, '0755', 'rwxr-xr-x'],
  [0, '0000', '---------'],
])('mode %d is written %s and %s', (mode, octal, symbolic) => {
  expect([formatMode(mode), symbolicMode(mode)]).toEqual([octal, symbolic]);
});
