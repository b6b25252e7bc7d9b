import { expect, test } from '@jest/globals';
import { mayHaveRotated } from '../../../../src/collect/facts/rotation';
import { ubuntu } from '../../../support/evidence';

const withLog = (type: string, options: Readonly<Record<string, string>>) =>
  ({ ...ubuntu(), HostConfig: { LogConfig: { Type: type, Config: options } } }) as ReturnType<typeof ubuntu>;

test.each([
  ['json-file', {}, 10_000_000, false],
  ['json-file', { 'max-size': '8k' }, 100, true],
  ['json-file', { 'max-size': '10m', 'max-file': '3' }, 1000, false],
  ['json-file', { 'max-size': '8k', 'max-file': '2' }, 8000, true],
  ['json-file', { 'max-size': '-1' }, 1000, false],
  ['local', {}, 1000, false],
  ['journald', {}, 1000, false],
])('a %s log with %j that has %d bytes may lack its beginning: %s', (type, options, bytes, expected) => {
  expect(mayHaveRotated(withLog(type, options), bytes, 10)).toBe(expected);
});
