import { expect, test } from '@jest/globals';
import { formatPlatform, matchesPlatform, parsePlatform, type Platform } from '../../../src/text/platform';

test.each<[string, Platform]>([
  ['linux/amd64', { os: 'linux', architecture: 'amd64' }],
  ['Linux/x86_64', { os: 'linux', architecture: 'amd64' }],
  ['aarch64', { architecture: 'arm64' }],
  ['linux/arm64/v8', { os: 'linux', architecture: 'arm64' }],
  ['linux/arm/v7', { os: 'linux', architecture: 'arm', variant: 'v7' }],
  ['linux/arm', { os: 'linux', architecture: 'arm', variant: 'v7' }],
  ['armel', { architecture: 'arm', variant: 'v6' }],
  ['i686', { architecture: '386' }],
  ['linux', { os: 'linux' }],
  ['macos/arm64', { os: 'darwin', architecture: 'arm64' }],
])('parsePlatform reads %s', (text, expected) => {
  expect(parsePlatform(text)).toEqual({ ok: true, value: expected });
});

test.each([
  ['', 'platform-syntax'],
  ['linux/', 'platform-syntax'],
  ['linux/amd64/v1/x', 'platform-syntax'],
  ['linux amd64', 'platform-syntax'],
  ['linux/intel', 'platform-unknown'],
  ['beos/amd64', 'platform-unknown'],
  ['__proto__', 'platform-unknown'],
])('parsePlatform refuses %j', (text, code) => {
  expect(parsePlatform(text)).toMatchObject({ ok: false, error: { code } });
});

test('what an expectation does not say may be anything', () => {
  const actual = { os: 'linux', architecture: 'arm', variant: 'v7' };
  expect(
    [{ os: 'linux' }, { architecture: 'arm' }, actual, { os: 'windows' }, { architecture: 'arm64' }].map(
      (expected) => matchesPlatform(expected, actual),
    ),
  ).toEqual([true, true, true, false, false]);
  expect(formatPlatform(actual)).toBe('linux/arm/v7');
});
