import { describe, expect, test } from '@jest/globals';
import { parsePathStat } from '../../../../src/collect/archive/path-stat';

const header = (stat: unknown) => Buffer.from(JSON.stringify(stat)).toString('base64');

// Headers as real engines sent them.
const recorded = {
  'docker 20.10, a link':
    'eyJuYW1lIjoib3MtcmVsZWFzZSIsInNpemUiOjIxLCJtb2RlIjoxMzQyMTgyMzksIm10aW1lIjoiMjAyNi0wNy0wMlQxOTowNTowMFoiLCJsaW5rVGFyZ2V0IjoiL3Vzci9saWIvb3MtcmVsZWFzZSJ9',
  'docker 28.5, a file':
    'eyJuYW1lIjoicHJvb2YiLCJzaXplIjoxMCwibW9kZSI6NDIwLCJtdGltZSI6IjIwMjYtMTEtMjRUMDg6MDk6MDIuNjYyMDkxODYxWiIsImxpbmtUYXJnZXQiOiIifQ==',
  'podman 4.3, a file':
    'eyJuYW1lIjoicHJvb2YiLCJzaXplIjoxMCwibW9kZSI6NDIwLCJtdGltZSI6IjIwMjYtMTEtMjRUMDg6NTU6MjguNzMwMDkxODYxWiIsImlzRGlyIjpmYWxzZSwibGlua1RhcmdldCI6Ii9yb290L3Byb29mIn0=',
  'podman 5.8, a link':
    'eyJuYW1lIjoib3MtcmVsZWFzZSIsInNpemUiOjIxLCJtb2RlIjoxMzQyMTgyMzksIm10aW1lIjoiMjAyNi0wNy0wMlQxOTowNTowMFoiLCJpc0RpciI6ZmFsc2UsImxpbmtUYXJnZXQiOiIvdXNyL2xpYi9vcy1yZWxlYXNlIn0=',
};

describe('the stat of a path', () => {
  const link = { type: 'symlink', mode: 0o777, size: 21, linkTarget: '/usr/lib/os-release' };
  const file = { type: 'file', mode: 0o644, size: 10 };

  test.each([
    ['docker 20.10, a link', link],
    ['docker 28.5, a file', file],
    ['podman 4.3, a file', file],
    ['podman 5.8, a link', link],
  ] as const)('is read as %s has it', (name, stat) => {
    const path = name.endsWith('a link') ? '/etc/os-release' : '/root/proof';
    expect(parsePathStat(recorded[name], path)).toEqual(stat);
  });

  // Modes as docker 20.10 gave them for /etc, /dev/null, /usr/bin/passwd and /tmp.
  test.each([
    [2147484141, 'directory', 0o755],
    [69206454, 'other', 0o666],
    [8389101, 'file', 0o4755],
    [2148532735, 'directory', 0o1777],
  ])('takes Go’s mode %d for a %s with %d', (mode, type, bits) => {
    const sent = header({ name: 'x', mode, size: 1, linkTarget: '' });
    expect(parsePathStat(sent, '/x')).toEqual({ type, mode: bits, size: 1 });
  });

  test.each([
    undefined,
    '',
    'no base64 !',
    header([]),
    header({ name: 'x', mode: '420', size: 1 }),
    header({ name: 'x', size: 1 }),
    header({ name: 'x', mode: 420, size: -1 }),
    header({ name: 'another', mode: 420, size: 1 }),
  ])('is none where the engine sends %j', (value) => {
    expect(parsePathStat(value, '/x')).toBeUndefined();
  });
});
