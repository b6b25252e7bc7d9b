import { expect, test } from '@jest/globals';
import { atMost } from '../../../src/submission/at-most';

test('never runs more at a time, in the order of their coming, also when one fails', async () => {
  const inTurn = atMost(2);
  const ends: (() => void)[] = [];
  const began: number[] = [];
  const tasks = [0, 1, 2, 3].map((name) =>
    inTurn(async () => {
      began.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (name === 0) throw new Error('failed');
      return name;
    }),
  );
  const all = Promise.allSettled(tasks);
  expect(began).toEqual([0, 1]);
  ends[0]?.();
  await expect(tasks[0]).rejects.toThrow('failed');
  await Promise.resolve();
  expect(began).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  await tasks[2];
  await Promise.resolve();
  ends[3]?.();
  const results = await all;
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});
