import { describe, expect, test } from '@jest/globals';
import {
  covers,
  formatPublication,
  mergeFamilies,
  parsePublication,
  type Publication,
  type PublishedPort,
} from '../../../src/text/published-port';

const tcp = (containerPort: number, rest: Partial<Publication> = {}): Publication => ({
  containerPort,
  protocol: 'tcp',
  ...rest,
});

describe('parsePublication', () => {
  test.each<[string, readonly Publication[]]>([
    ['80:80', [tcp(80, { hostPort: 80 })]],
    ['8080:80/tcp', [tcp(80, { hostPort: 8080 })]],
    ['80', [tcp(80)]],
    [':80', [tcp(80)]],
    ['0:80', [tcp(80)]],
    ['080:80/', [tcp(80, { hostPort: 80 })]],
    ['53:53/UDP', [{ containerPort: 53, hostPort: 53, protocol: 'udp' }]],
    ['9:9/sctp', [{ containerPort: 9, hostPort: 9, protocol: 'sctp' }]],
    ['127.0.0.1:80:80', [tcp(80, { hostIp: '127.0.0.1', hostPort: 80 })]],
    ['127.0.0.1::80', [tcp(80, { hostIp: '127.0.0.1' })]],
    ['[::1]:80:80', [tcp(80, { hostIp: '::1', hostPort: 80 })]],
    ['[0:0:0:0:0:0:0:1]:80:80', [tcp(80, { hostIp: '::1', hostPort: 80 })]],
    ['::1:80:80', [tcp(80, { hostIp: '::1', hostPort: 80 })]],
    ['8000-8001:80-81', [tcp(80, { hostPort: 8000 }), tcp(81, { hostPort: 8001 })]],
    ['80-81', [tcp(80), tcp(81)]],
    ['8000-8010:80', [tcp(80, { hostPort: 8000, hostPortEnd: 8010 })]],
  ])('reads %s', (text, expected) => {
    expect(parsePublication(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'publication-no-container-port', ''],
    ['80:', 'publication-no-container-port', '80:'],
    ['80:80/icmp', 'publication-protocol', 'icmp'],
    ['localhost:80:80', 'publication-host-ip', 'localhost'],
    ['256.1.1.1:80:80', 'publication-host-ip', '256.1.1.1'],
    ['01.2.3.4:80:80', 'publication-host-ip', '01.2.3.4'],
    ['[fe80::1%eth0]:80:80', 'publication-host-ip', '[fe80::1%eth0]'],
    ['127.0.0.1:80', 'publication-host-port', '127.0.0.1'],
    ['65536:80', 'publication-host-port', '65536'],
    ['+80:80', 'publication-host-port', '+80'],
    ['80:0', 'publication-container-port', '0'],
    ['80:65536', 'publication-container-port', '65536'],
    ['8002-8000:80', 'publication-host-port', '8002-8000'],
    ['80:80-82', 'publication-ranges-differ', '80:80-82'],
    ['80 : 80', 'publication-container-port', ' 80'],
  ])('refuses %j', (text, code, part) => {
    expect(parsePublication(text)).toEqual({ ok: false, error: { code, part } });
  });
});

test.each<[Publication, string]>([
  [tcp(80), '80'],
  [tcp(80, { hostPort: 8080 }), '8080:80'],
  [tcp(80, { hostIp: '127.0.0.1' }), '127.0.0.1::80'],
  [{ hostIp: '::1', hostPort: 53, containerPort: 53, protocol: 'udp' }, '[::1]:53:53/udp'],
  [tcp(80, { hostPort: 8000, hostPortEnd: 8010 }), '8000-8010:80'],
])('formatPublication writes %j as %s', (publication, expected) => {
  expect(formatPublication(publication)).toBe(expected);
});

describe('mergeFamilies', () => {
  test('makes one of the IPv4 and the IPv6 row of a publication', () => {
    const row = { hostPort: 80, containerPort: 80, protocol: 'tcp' as const };
    expect(
      mergeFamilies([
        { ...row, hostIp: '::' },
        { ...row, hostIp: '0.0.0.0' },
      ]),
    ).toEqual([{ hostIps: ['0.0.0.0', '::'], hostPort: 80, containerPort: 80, protocol: 'tcp' }]);
  });

  test('takes an empty or absent address for every address', () => {
    const row = { hostPort: 80, containerPort: 80, protocol: 'tcp' as const };
    expect(mergeFamilies([{ ...row, hostIp: '' }, row])).toEqual([{ ...row, hostIps: ['0.0.0.0'] }]);
  });

  test('keeps different ports and protocols apart, in a fixed order', () => {
    expect(
      mergeFamilies([
        { hostPort: 81, containerPort: 80, protocol: 'tcp' },
        { hostPort: 53, containerPort: 53, protocol: 'udp' },
        { hostPort: 53, containerPort: 53, protocol: 'tcp' },
        { hostPort: 80, containerPort: 80, protocol: 'tcp' },
      ]).map(({ hostPort, containerPort, protocol }) => `${hostPort}:${containerPort}/${protocol}`),
    ).toEqual(['53:53/tcp', '53:53/udp', '80:80/tcp', '81:80/tcp']);
  });
});

describe('covers', () => {
  const everywhere: PublishedPort = {
    hostIps: ['0.0.0.0', '::'],
    hostPort: 80,
    containerPort: 80,
    protocol: 'tcp',
  };
  const local: PublishedPort = { ...everywhere, hostIps: ['127.0.0.1'] };
  test.each<[string, PublishedPort, boolean]>([
    ['80:80', everywhere, true],
    ['0.0.0.0:80:80', everywhere, true],
    ['80', everywhere, true],
    ['79-81:80', everywhere, true],
    ['81-82:80', everywhere, false],
    ['8080:80', everywhere, false],
    ['80:8080', everywhere, false],
    ['80:80/udp', everywhere, false],
    ['127.0.0.1:80:80', everywhere, false],
    ['80:80', local, false],
    ['80', local, false],
    ['127.0.0.1:80:80', local, true],
    ['[::]:80:80', { ...everywhere, hostIps: ['::'] }, true],
    ['80:80', { ...everywhere, hostIps: ['::'] }, false],
  ])('%s against %j', (text, actual, expected) => {
    const parsed = parsePublication(text);
    expect(parsed.ok && parsed.value.map((publication) => covers(publication, actual))).toEqual([expected]);
  });
});
