import { expect, test } from '@jest/globals';
import { joinList } from '../../../src/text/list';

test('joinList joins as a sentence does', () => {
  expect(joinList(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
  expect(joinList(['a', 'b', 'c'], 'en')).toBe('a, b, and c');
  expect(joinList(['a', 'b'], 'fr', 'or')).toBe('a ou b');
  expect(joinList(['a', 'b'], 'en', 'or')).toBe('a or b');
  expect(joinList(['a'], 'fr')).toBe('a');
  expect(joinList([], 'en')).toBe('');
});
