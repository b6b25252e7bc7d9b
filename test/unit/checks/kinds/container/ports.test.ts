import { describe, expect, test } from '@jest/globals';
import { publishedPorts, requestedPorts } from '../../../../../src/checks/kinds/container/ports';
import type { ContainerInspect, ContainerSummary, PortMap } from '../../../../../src/evidence/docker';
import type { Json } from '../../../../../src/text/json';
import { judgeCheck } from '../../../../../src/judge/judge-check';
import type { Lab } from '../../../../../src/spec/lab';
import { checkOf, found, judged, lookIn, theContainer, ubuntu } from '../../../../support/evidence';
import { labWith, taskOf } from '../../../../support/lab-builder';

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

  test('a stopped container has none in force, and tells what was asked for', () => {
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
    expect(portsOf(stopped)).toEqual([]);
    expect(requestedPorts({ inspect: stopped })).toEqual(['8000-8010:80', '81', '127.0.0.1:82:82']);
  });

  test('a container between two crashes has none in force, although the engine tells of them', () => {
    const looping = ubuntu({
      State: { Status: 'restarting', Running: true, Restarting: true },
    });
    expect(portsOf(looping)).toEqual([]);
    expect(requestedPorts({ inspect: looping })).toEqual(['80:80']);
  });

  test('a paused container keeps its ports', () => {
    expect(portsOf(ubuntu({ State: { Status: 'paused', Running: true, Paused: true } }))).toEqual(['80:80']);
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
      'container.publish-all-of-none',
      { container: '80', ask: '80:80' },
      publishing({}, { HostConfig: { NetworkMode: 'default', PortBindings: {}, PublishAllPorts: true } }),
    ],
    // As the engine tells of one on an internal network: `-p` adds to what is exposed.
    [
      'container.port-not-in-force',
      { name: 'ubuntu', asked: '80:80', networks: ['inside'] },
      ubuntu({
        Config: { ExposedPorts: { '80/tcp': {} } },
        NetworkSettings: { Ports: {}, Networks: { inside: { IPAddress: '172.18.0.2' } } },
      }),
    ],
    [
      'container.shared-network',
      { ask: '80:80' },
      publishing({}, { HostConfig: { NetworkMode: 'container:0123456789ab' } }),
    ],
    [
      'container.loopback-only',
      { address: '127.0.0.1', ask: '80' },
      publishing({ '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '80' }] }),
      [80],
    ],
    [
      'container.other-host-port',
      { container: '80', host: '8000-8010', seen: '80', ask: '8000-8010:80' },
      ubuntu(),
      ['8000-8010:80'],
    ],
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

describe('ports of a container that does not run', () => {
  const down = (state: ContainerInspect['State']) =>
    ubuntu({ State: { Running: false, ...state }, NetworkSettings: { Ports: {}, Networks: networks } });
  const taken = down({ Status: 'created', Error: 'Bind for 0.0.0.0:80 failed: port is already allocated' });

  test.each<[string, ContainerInspect]>([
    ['container.port-taken-on-host', taken],
    ['container.never-started', down({ Status: 'created' })],
    ['container.left-shell', down({ Status: 'exited', ExitCode: 0 })],
  ])('are not in force: %s', (code, inspect) => {
    const check = checkOf('container', 'ubuntu', { ports: ['80:80'] });
    const { verdict, cause } = judged(check, theContainer(inspect));
    expect(verdict).toMatchObject({ outcome: 'failed', message: { code } });
    expect(cause).toBe('container/ubuntu/not-running');
    const asked = checkOf('container', 'ubuntu', { 'requested-ports': ['80:80'] });
    expect(judged(asked, theContainer(inspect)).verdict.outcome).toBe('passed');
  });

  test('fail beside what else is asked, which is judged as ever', () => {
    const check = checkOf('container', 'ubuntu', { tty: true, ports: ['80:80'] });
    const { verdict } = judged(check, theContainer(taken));
    expect(verdict.message?.code).toBe('container.port-taken-on-host');
    expect(verdict.assertions.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
  });

  test('are none, where none is asked for', () => {
    expect(judge(taken, { size: 0 }).outcome).toBe('passed');
    expect(judge(taken, { not: '80:80' }).outcome).toBe('passed');
  });
});

describe('the container that holds the port', () => {
  const failed = ubuntu({
    State: {
      Status: 'created',
      Running: false,
      Error: 'Bind for 0.0.0.0:80 failed: port is already allocated',
    },
    NetworkSettings: { Ports: {}, Networks: networks },
  });
  const row = (name: string, more: Partial<ContainerSummary> = {}): ContainerSummary => ({
    Id: name,
    Names: [`/${name}`],
    State: 'running',
    Image: 'ubuntu',
    Created: 1,
    Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 80, Type: 'tcp' }],
    ...more,
  });
  const lab = labWith([taskOf('c', [checkOf('container', 'ubuntu', { image: 'ubuntu', ports: ['80:80'] })])]);
  const judgeBeside = (rows: readonly ContainerSummary[], inLab: Lab = lab) => {
    const own = row('ubuntu', { Id: failed.Id, State: 'created', Created: 5, Ports: [] });
    const facts = [...theContainer(failed), found({ fact: 'containers' }, [own, ...rows])];
    const check = checkOf('container', 'ubuntu', { ports: ['80:80'] });
    return judgeCheck(check, inLab, lookIn(facts)).verdict.message;
  };

  test('is not to be stopped where it is the good one under another name, made before or after', () => {
    const kept = { code: 'container.name-kept-by-attempt', args: { name: 'ubuntu', other: 'ubuntu2' } };
    expect(judgeBeside([row('ubuntu2')])).toEqual(kept);
    expect(judgeBeside([row('ubuntu2', { Created: 9 })])).toEqual(kept);
  });

  test('is to be stopped where it is of another image, or the lab names it itself', () => {
    expect(judgeBeside([row('web', { Image: 'nginx' })])).toMatchObject({
      code: 'container.port-taken',
      args: { holder: 'web' },
    });
    const both = labWith([...lab.tasks, taskOf('d', [checkOf('container', 'ubuntu2', { image: 'ubuntu' })])]);
    expect(judgeBeside([row('ubuntu2')], both)).toMatchObject({ code: 'container.port-taken' });
    expect(judgeBeside([row('ubuntu2', { Created: 9 })], both)).toMatchObject({
      code: 'container.port-taken',
    });
  });

  test('is not one that has the same number for UDP, or on one address where another has all', () => {
    const udp = row('dns', { Image: 'x', Ports: [{ PrivatePort: 80, PublicPort: 80, Type: 'udp' }] });
    const one = row('one', { Image: 'x', Ports: [{ IP: '10.0.0.5', PrivatePort: 80, PublicPort: 80 }] });
    const all = row('all', { Image: 'x' });
    expect(judgeBeside([udp, one, all])).toMatchObject({ args: { holder: 'all' } });
    expect(judgeBeside([udp])).toMatchObject({ code: 'container.port-taken-on-host' });
  });
});
