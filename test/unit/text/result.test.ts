import { describe, expect, test } from '@jest/globals';
import { err, ok } from '../../../src/text/result';

describe('a result', () => {
  test('holds a value', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
  });
  test('holds the reason why there is none', () => {
    expect(err('no')).toEqual({ ok: false, error: 'no' });
  });
});
