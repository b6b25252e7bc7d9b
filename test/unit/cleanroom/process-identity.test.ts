import { expect, test } from '@jest/globals';
import { startOf } from '../../../src/cleanroom/room/ending/process-identity';

/** As /proc tells it, whatever the process calls itself. */
const stat = (state: string, threads: number) =>
  `42 (a) Z 1) ${state} 1 42 42 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 ${threads} 0 123456 1000 10`;

test('a process runs until all its threads have ended', () => {
  expect(startOf(stat('S', 1))).toBe('123456');
  expect(startOf(stat('Z', 2))).toBe('123456');
  expect(startOf(stat('Z', 1))).toBeUndefined();
  expect(startOf(stat('X', 1))).toBeUndefined();
});
