import { expect, test } from '@jest/globals';
import { withPassMark } from '../../../src/cli/pass-mark';
import type { LoadedLab } from '../../../src/grading/load-labs';
import type { Lab } from '../../../src/spec/lab';

// Of a lab nothing else counts here.
const lab = (id: string, scale: number): LoadedLab => ({
  lab: { id, scale, pass: 10, hash: 'h' } as Lab,
  path: `/labs/${id}`,
});

test('all labs get the pass mark, and are the same otherwise', () => {
  const changed = withPassMark([lab('a', 20), lab('b', 12)], 12, 'en');
  expect(changed).toEqual({
    ok: true,
    value: [
      { lab: { id: 'a', scale: 20, pass: 12, hash: 'h' }, path: '/labs/a' },
      { lab: { id: 'b', scale: 12, pass: 12, hash: 'h' }, path: '/labs/b' },
    ],
  });
});

test('a pass mark that nobody can reach is refused, with the lab’s scale', () => {
  expect(withPassMark([lab('a', 20), lab('b', 10)], 12.5, 'fr')).toEqual({
    ok: false,
    error: '--pass 12.5 : b est noté sur 10.',
  });
});
