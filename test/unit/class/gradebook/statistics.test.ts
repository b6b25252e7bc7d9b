import { describe, expect, test } from '@jest/globals';
import { discrimination } from '../../../../src/class/gradebook/statistics/discrimination';
import { markStatistics } from '../../../../src/class/gradebook/statistics/marks';

describe('marks', () => {
  test('mean, median and deviation of a class, reckoned by hand', () => {
    // Squares of the distances from 5: 9 1 1 1 0 0 4 16, together 32; the root of 32 / 8 is 2.
    expect(markStatistics([2, 4, 4, 4, 5, 5, 7, 9], 20)).toEqual({
      count: 8,
      mean: 5,
      median: 4.5,
      deviation: 2,
      least: 2,
      most: 9,
      bins: [0, 1, 5, 1, 1, 0, 0, 0, 0, 0],
    });
  });

  test('a mark on a boundary belongs to the upper class, the maximum to the last', () => {
    expect(markStatistics([0, 2, 19.99, 20], 20).bins).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  test('a third of twenty, three times, is in the class of twenty', () => {
    expect(markStatistics([20 / 3 + 20 / 3 + 20 / 3 - 1e-12], 20).bins[9]).toBe(1);
  });

  test('of no marks there is no mean', () => {
    expect(markStatistics([], 20)).toEqual({ count: 0, bins: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
  });

  test('out of nothing is no division by it', () => {
    expect(markStatistics([0], 0).bins).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('discrimination, the point-biserial correlation with the rest', () => {
  const passed = (...rests: readonly number[]) => rests.map((rest) => ({ passed: true, rest }));
  const failed = (...rests: readonly number[]) => rests.map((rest) => ({ passed: false, rest }));

  test('reckoned by hand', () => {
    // Rests 8 6 4 2: mean 5, deviation √5. Means 6 (of 8, 4) and 4 (of 6, 2): 2 / √5 · √(½ · ½).
    expect(discrimination([...passed(8, 4), ...failed(6, 2)])).toBe(0.4472);
  });

  test('unequal groups, reckoned by hand', () => {
    // Rests 9 3 3 1: mean 4, deviation √9 = 3. Means 9 and 7/3: (20/3) / 3 · √(¼ · ¾).
    expect(discrimination([...passed(9), ...failed(3, 3, 1)])).toBe(0.9623);
  });

  test('below 0 when those who do well elsewhere fail it', () => {
    expect(discrimination([...passed(1, 2), ...failed(9, 10)])).toBeLessThan(-0.9);
  });

  test('of two students it is 1 or -1, and no more', () => {
    expect(discrimination([...passed(0.1), ...failed(0.2)])).toBe(-1);
  });

  test.each([
    ['nobody', []],
    ['one student', passed(3)],
    ['a check that all passed', passed(1, 2, 3)],
    ['a check that none passed', failed(1, 2, 3)],
    ['a rest that is the same for all', [...passed(2, 2), ...failed(2)]],
    ['a rest that differs by rounding alone', [...passed(0.1 + 0.2), ...failed(0.3)]],
  ])('of %s it is not defined', (_, answers) => {
    expect(discrimination(answers)).toBeUndefined();
  });
});
