import { expect, test } from '@jest/globals';
import { isVersionRange, parseVersion, satisfiesRange } from '../../../src/text/version';

test.each([
  ['20.10.24+dfsg1', '20.10.24'],
  ['1.22.1-9+deb12u1', '1.22.1'],
  ['2:1.0~rc1', '1.0.0-rc.1'],
  ['5:20.10.24~3-0~debian-bookworm', '20.10.24'],
  ['5:24.0.7-1~debian.12~bookworm', '24.0.7'],
  ['28.0.0-rc.1', '28.0.0-rc.1'],
  ['3.12.0b1', '3.12.0-beta.1'],
  ['1.0.2b', '1.0.2'],
  ['9.2p1', '9.2.0'],
  ['v1.2', '1.2.0'],
  ['2023.01.02', '2023.1.2'],
  ['5.15.0.91', '5.15.0'],
  ['1.43', '1.43.0'],
  ['1.0-BETA', '1.0.0-beta'],
])('parseVersion compares %s as %s', (text, compared) => {
  expect(parseVersion(text)).toEqual({ ok: true, value: { text, compared } });
});

test.each(['', 'latest', 'unknown', '~1'])('parseVersion refuses %j', (text) => {
  expect(parseVersion(text)).toMatchObject({ ok: false, error: { code: 'version-none' } });
});

test.each([
  ['20.10.24+dfsg1', '>=20.10 <29', true],
  ['19.03.15', '>=20.10', false],
  ['1.22.1-9+deb12u1', '1.22.x', true],
  ['1.24.0', '~1.22', false],
  ['28.0.0-rc.1', '>=27', true],
  ['28.0.0-rc.1', '>=28.0.0', false],
  ['28.0.0-rc.1', '>=28', true],
])('%s in %s is %s', (version, range, expected) => {
  expect(satisfiesRange(version, range)).toEqual({ ok: true, value: expected });
});

test('a range that semver does not know is named', () => {
  expect(satisfiesRange('1.0', 'newer than 3')).toEqual({
    ok: false,
    error: { code: 'version-range', part: 'newer than 3' },
  });
  expect(['>=20.10 <29', '1.x', '*', '', ' ', 'newer', '>'.repeat(1_000_000)].map(isVersionRange)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
