import { describe, expect, test } from '@jest/globals';
import { publishedPorts } from '../../../../../src/checks/kinds/container/ports';
import type { ContainerInspect, PortMap } from '../../../../../src/evidence/docker';
import type { Json } from '../../../../../src/text/json';
import { checkOf, judged, theContainer, ubuntu } from '../../../../support/evidence';

const everywhere = (port: string) => [
  { HostIp: '0.0.0.0', HostPort: port },
  { HostIp: '::', HostPort: port },
];
const networks = { bridge: { IPAddress: '172.17.0.2' } };

/** A running container with these ports in force. */
const publishing = (ports: PortMap, changes: Partial<ContainerInspect> = {}): ContainerInspect =>
  ubuntu({
    NetworkSettings: { Ports: ports, Networks: networks },
    HostConfig: { NetworkMode: 'default', PortBindings: ports },
    ...changes,
  });

const portsOf = (inspect: ContainerInspect): string[] => publishedPorts({ inspect });

describe('published ports', () => {
  test('rows of IPv4 and IPv6 are one publication', () => {
    expect(portsOf(publishing({ '80/tcp': everywhere('80') }))).toEqual(['80:80']);
  });

  test('an empty address, as Podman and Docker Desktop give it, is every address', () => {
    expect(portsOf(publishing({ '80/tcp': [{ HostIp: '', HostPort: '80' }] }))).toEqual(['80:80']);
    expect(portsOf(publishing({ '80/tcp': [{ HostPort: '80' }] }))).toEqual(['80:80']);
  });

  test('each port of a range, each protocol and each address is told', () => {
    const ports = {
      '9001/tcp': everywhere('8001'),
      '9000/tcp': everywhere('8000'),
      '53/udp': [{ HostIp: '127.0.0.1', HostPort: '53' }],
      '443/tcp': null,
    };
    expect(portsOf(publishing(ports))).toEqual(['127.0.0.1:53:53/udp', '8000:9000', '8001:9001']);
  });

  test('a stopped container tells what was asked for', () => {
    const stopped = ubuntu({
      State: { Status: 'exited', Running: false },
      NetworkSettings: { Ports: {}, Networks: networks },
      HostConfig: {
        PortBindings: {
          '80/tcp': [{ HostIp: '', HostPort: '8000-8010' }],
          '81/tcp': [{ HostIp: '', HostPort: '' }],
          '82/tcp': [{ HostIp: '127.0.0.1', HostPort: '82' }],
        },
      },
    });
    expect(portsOf(stopped)).toEqual(['8000-8010:80', '81', '127.0.0.1:82:82']);
  });

  test('a container between two crashes tells what was asked for', () => {
    const looping = ubuntu({
      State: { Status: 'restarting', Running: true, Restarting: true },
      NetworkSettings: { Ports: {}, Networks: networks },
    });
    expect(portsOf(looping)).toEqual(['80:80']);
  });

  test('a running container that lost its network publishes nothing, whatever was asked for', () => {
    expect(portsOf(ubuntu({ NetworkSettings: { Ports: {}, Networks: {} } }))).toEqual([]);
  });

  test('a key that is no port is left out', () => {
    expect(portsOf(publishing({ 'nonsense/tcp': everywhere('1'), '80/tcp': everywhere('80') }))).toEqual([
      '80:80',
    ]);
  });
});

function judge(inspect: ContainerInspect, ports: Json = ['80:80']) {
  return judged(checkOf('container', 'ubuntu', { ports }), theContainer(inspect)).verdict;
}

describe('ports of a container check', () => {
  test.each<[string, ContainerInspect, Json]>([
    ['the reference', ubuntu(), ['80:80']],
    ['a number', ubuntu(), ['80']],
    ['one more port', publishing({ '80/tcp': everywhere('80'), '8080/tcp': everywhere('8080') }), ['80:80']],
    [
      'loopback, where it is asked for',
      publishing({ '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '80' }] }),
      ['127.0.0.1:80:80'],
    ],
    ['IPv4 only', publishing({ '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '80' }] }), ['80:80']],
    [
      'a range',
      publishing({ '80/tcp': everywhere('8000'), '81/tcp': everywhere('8001') }),
      ['8000-8001:80-81'],
    ],
  ])('pass: %s', (_what, inspect, ports) => {
    expect(judge(inspect, ports).outcome).toBe('passed');
  });

  test.each<[string, object, ContainerInspect, Json?]>([
    [
      'container.other-host-port',
      { container: '80', host: '80', seen: '8080', ask: '80:80' },
      publishing({ '80/tcp': everywhere('8080') }),
    ],
    [
      'container.other-container-port',
      { container: '80', host: '80', seen: '443', ask: '80:80' },
      publishing({ '443/tcp': everywhere('80') }),
    ],
    [
      'container.ports-swapped',
      { seen: '80:8080', ask: '8080:80' },
      publishing({ '8080/tcp': everywhere('80') }),
      ['8080:80'],
    ],
    [
      'container.both-ports-differ',
      { seen: '8080:8080', ask: '80:80', container: '80' },
      publishing({ '8080/tcp': everywhere('8080') }),
    ],
    [
      'container.random-host-port',
      { container: '80', host: '80', seen: '32768', ask: '80:80' },
      publishing(
        { '80/tcp': everywhere('32768') },
        { HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '' }] } } },
      ),
    ],
    [
      'container.random-host-port',
      { container: '80', host: '80', seen: '32769', ask: '80:80' },
      publishing(
        { '80/tcp': everywhere('32769') },
        {
          HostConfig: { PortBindings: {}, PublishAllPorts: true },
          Config: { ExposedPorts: { '80/tcp': {} } },
        },
      ),
    ],
    ['container.not-published', { container: '80', ask: '80:80' }, publishing({})],
    [
      'container.exposed-only',
      { container: '80', ask: '80:80' },
      publishing({ '80/tcp': null }, { Config: { ExposedPorts: { '80/tcp': {} } } }),
    ],
    [
      'container.loopback-only',
      { address: '127.0.0.1', ask: '80:80' },
      publishing({ '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '80' }] }),
    ],
    [
      'container.one-address-only',
      { address: '10.0.0.5', ask: '80:80' },
      publishing({ '80/tcp': [{ HostIp: '10.0.0.5', HostPort: '80' }] }),
    ],
    ['container.ipv6-only', { ask: '80:80' }, publishing({ '80/tcp': [{ HostIp: '::', HostPort: '80' }] })],
    [
      'container.every-address',
      { address: '127.0.0.1', ask: '127.0.0.1:80:80' },
      ubuntu(),
      ['127.0.0.1:80:80'],
    ],
    [
      'container.other-protocol',
      { seen: 'UDP', wanted: 'TCP', ask: '80:80' },
      publishing({ '80/udp': everywhere('80') }),
    ],
    ['container.host-network', { ask: '80:80' }, publishing({}, { HostConfig: { NetworkMode: 'host' } })],
    ['container.no-network', { ask: '80:80' }, publishing({}, { HostConfig: { NetworkMode: 'none' } })],
    [
      'container.disconnected',
      { name: 'ubuntu', network: 'bridge' },
      ubuntu({ NetworkSettings: { Ports: {}, Networks: {} } }),
    ],
    [
      'container.extra-port',
      { seen: '8080:8080' },
      publishing({ '80/tcp': everywhere('80'), '8080/tcp': everywhere('8080') }),
      { only: ['80:80'] },
    ],
    ['container.extra-port', { seen: '80:80' }, ubuntu(), { not: '80:80' }],
  ])('%s %j', (code, args, inspect, ...[ports]) => {
    expect(judge(inspect, ports)).toMatchObject({ outcome: 'failed', message: { code, args } });
  });
});
