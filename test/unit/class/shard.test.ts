import { expect, test } from '@jest/globals';
import { isInShard, parseShard } from '../../../src/class/shard';

test.each(['1/1', '2/8', '256/256'])('%s is a shard', (text) => {
  const [index, of] = text.split('/').map(Number);
  expect(parseShard(text)).toEqual({ index, of });
});

test.each(['', '0/8', '9/8', '1', '1/0', '-1/8', '1/8/2', ' 1/8', '1.5/8', '1/1e3', '01/8'])(
  '%j is none',
  (text) => {
    expect(parseShard(text)).toBeUndefined();
  },
);

test('a student’s shard is the same on every machine', () => {
  const shardOf = (id: string) => [1, 2, 3, 4].find((index) => isInShard(id, { index, of: 4 }));
  expect(['ada', 'grace', 'linus', 'margaret'].map(shardOf)).toMatchInlineSnapshot(`
   [
     2,
     1,
     1,
     1,
   ]
  `);
});
