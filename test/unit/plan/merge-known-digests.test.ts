import { expect, test } from '@jest/globals';
import { mergeRequests } from '../../../src/plan/merge';

const ask = (known?: readonly string[]) =>
  ({ fact: 'registry', reference: 'ubuntu:latest', ...(known && { known }) }) as const;

test('only a digest that every lab vouches for spares the question to the registry', () => {
  expect(mergeRequests([ask(['a', 'b']), ask(['b', 'c'])])).toEqual([ask(['b'])]);
  expect(mergeRequests([ask(['a']), ask()])).toEqual([ask([])]);
  expect(mergeRequests([ask(), ask(['a'])])).toEqual([ask([])]);
});
