import { describe, expect, test } from '@jest/globals';
import { wayIn } from '../../../../src/collect/network/way-in';
import type { PortMap } from '../../../../src/evidence/docker';
import { ubuntu } from '../../../support/evidence';

const local = '127.0.0.1';
const want = { port: 80, protocol: 'tcp' } as const;
const publishing = (rows: PortMap[string]) =>
  ubuntu({ NetworkSettings: { Ports: { '80/tcp': rows }, Networks: { bridge: {} } } });

describe('the way in to a container’s port', () => {
  test.each<[string, PortMap[string], string, string, number]>([
    [
      'every address',
      [
        { HostIp: '0.0.0.0', HostPort: '8080' },
        { HostIp: '::', HostPort: '8080' },
      ],
      local,
      local,
      8080,
    ],
    [
      'every address, as Podman and Docker Desktop say it',
      [{ HostIp: '', HostPort: '80' }],
      local,
      local,
      80,
    ],
    ['loopback', [{ HostIp: '127.0.0.1', HostPort: '80' }], local, '127.0.0.1', 80],
    ['one address', [{ HostIp: '10.0.0.5', HostPort: '80' }], local, '10.0.0.5', 80],
    ['IPv6 only', [{ HostIp: '::', HostPort: '80' }], local, '::1', 80],
    ['a remote engine', [{ HostIp: '0.0.0.0', HostPort: '80' }], 'lab.example', 'lab.example', 80],
    [
      'every address before one',
      [
        { HostIp: '127.0.0.1', HostPort: '81' },
        { HostIp: '0.0.0.0', HostPort: '82' },
      ],
      local,
      local,
      82,
    ],
  ])('follows a publication on %s', (_title, rows, portsAt, host, port) => {
    expect(wayIn(publishing(rows), want, portsAt)).toEqual({ to: 'address', host, port, by: 'publication' });
  });

  test('takes only the publication on the host port that is asked for', () => {
    const rows = [{ HostIp: '', HostPort: '8080' }];
    expect(wayIn(publishing(rows), { ...want, hostPort: 8080 }, local)).toMatchObject({ port: 8080 });
    expect(wayIn(publishing(rows), { ...want, hostPort: 80 }, local)).toEqual({
      to: 'nowhere',
      because: 'unpublished',
    });
  });

  test('is the host itself on the host’s network', () => {
    const inspect = ubuntu({ HostConfig: { NetworkMode: 'host' }, NetworkSettings: { Ports: {} } });
    expect(wayIn(inspect, want, local)).toEqual({ to: 'address', host: local, port: 80, by: 'host-network' });
  });

  test.each([
    ['unpublished', publishing(null), local],
    [
      'unpublished',
      ubuntu({ NetworkSettings: { Ports: { '80/udp': [{ HostPort: '80' }] }, Networks: { bridge: {} } } }),
      local,
    ],
    ['loopback-only', publishing([{ HostIp: '127.0.0.1', HostPort: '80' }]), 'lab.example'],
    ['detached', ubuntu({ NetworkSettings: { Ports: {}, Networks: {} } }), local],
    ['paused', ubuntu({ State: { Running: true, Paused: true } }), local],
    ['not-running', ubuntu({ State: { Running: false } }), local],
    ['not-running', ubuntu({ State: { Running: true, Restarting: true } }), local],
  ])('is nowhere: %s', (because, inspect, portsAt) => {
    expect(wayIn(inspect, want, portsAt)).toEqual({ to: 'nowhere', because });
  });
});
