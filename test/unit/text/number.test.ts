import { expect, test } from '@jest/globals';
import { formatNumber, plural } from '../../../src/text/number';

test.each([
  [12.5, '12,5', '12.5'],
  [12, '12', '12'],
  [0, '0', '0'],
  [-0, '0', '0'],
  [-0.001, '0', '0'],
  [6.666666, '6,67', '6.67'],
  [0.1 + 0.2, '0,3', '0.3'],
  [1234.5, '1234,5', '1234.5'],
])('formatNumber writes %d', (value, french, english) => {
  expect([formatNumber(value, 'fr'), formatNumber(value, 'en')]).toEqual([french, english]);
});

test('plural follows the rule of the language', () => {
  const points = { one: 'point', other: 'points' };
  expect([0, 1, 1.5, 2].map((count) => plural(count, points, 'fr'))).toEqual([
    'point',
    'point',
    'point',
    'points',
  ]);
  expect([0, 1, 1.5, 2].map((count) => plural(count, points, 'en'))).toEqual([
    'points',
    'point',
    'points',
    'points',
  ]);
});
