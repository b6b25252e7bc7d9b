import { describe, expect, test } from '@jest/globals';
import { attributes } from '../../../../../src/checks/kinds/container/attributes';
import type { ContainerInspect } from '../../../../../src/evidence/docker';
import type { Json } from '../../../../../src/text/json';
import { checkOf, judged, theContainer, ubuntu } from '../../../../support/evidence';

const outcome = (keys: Record<string, Json>, changes: Partial<ContainerInspect>) =>
  judged(checkOf('container', 'ubuntu', keys), theContainer(ubuntu(changes))).verdict.outcome;
const host = (HostConfig: ContainerInspect['HostConfig'] & object) => ({ HostConfig });
const config = (Config: ContainerInspect['Config'] & object) => ({ Config });

test.each<[key: string, expected: Json, changes: Partial<ContainerInspect>]>([
  ['cap-add', ['NET_ADMIN'], host({ CapAdd: ['CAP_NET_ADMIN'] })],
  ['cap-add', ['CAP_NET_ADMIN'], host({ CapAdd: ['net_admin'] })],
  ['cap-add', 'cap_net_admin', host({ CapAdd: ['NET_ADMIN'] })],
  ['cap-add', { only: ['NET_ADMIN', 'SYS_TIME'] }, host({ CapAdd: ['CAP_SYS_TIME', 'CAP_NET_ADMIN'] })],
  ['cap-add', { equals: ['NET_ADMIN'] }, host({ CapAdd: ['CAP_NET_ADMIN'] })],
  ['cap-add', { contains: 'NET_ADMIN' }, host({ CapAdd: ['CAP_NET_ADMIN'] })],
  ['cap-add', '/^NET_/', host({ CapAdd: ['CAP_NET_ADMIN'] })],
  ['cap-add', '/^CAP_NET/', host({ CapAdd: ['NET_ADMIN'] })],
  ['cap-add', { matches: '^NET_' }, host({ CapAdd: ['CAP_NET_ADMIN'] })],
  ['cap-drop', ['all'], host({ CapDrop: ['ALL'] })],
  ['cpus', 1.5, host({ NanoCpus: 1_500_000_000 })],
  ['cpus', 0.5, host({ CpuQuota: 50_000, CpuPeriod: 100_000 })],
  ['cpus', 0.5, host({ CpuQuota: 50_000, CpuPeriod: 0 })],
  ['cpus', 0, host({ CpuQuota: -1 })],
  ['workdir', '/data/', config({ WorkingDir: '/data' })],
  ['workdir', '/data', config({ WorkingDir: '/data/' })],
  ['workdir', '/data', config({ WorkingDir: '/x/../data/.' })],
  ['mounts', { '/data/': 'site' }, { Mounts: [{ Name: 'site', Destination: '/data' }] }],
  ['mounts', { '/data': 'site' }, { Mounts: [{ Name: 'site', Destination: '/data/' }] }],
  ['mounts', { '/data': '/srv/site/' }, { Mounts: [{ Source: '/srv/site', Destination: '/data' }] }],
  ['mounts', ['/data/'], { Mounts: [{ Name: 'site', Destination: '/data' }] }],
  ['mounts', { '/run/': 'tmpfs' }, host({ Tmpfs: { '/run': '' } })],
  ['mounts', { '/run': 'tmpfs' }, { Mounts: [{ Type: 'tmpfs', Destination: '/run' }] }],
  ['read-only-mounts', ['/etc/nginx/'], { Mounts: [{ Destination: '/etc/nginx', RW: false }] }],
  ['read-only-mounts', ['/run'], host({ Tmpfs: { '/run': 'size=1m,ro' } })],
  ['devices', ['/dev/fuse/'], host({ Devices: [{ PathOnHost: '/dev/fuse' }] })],
  ['user', 'root', config({ User: '' })],
  ['user', 'root', config({ User: '0:0' })],
  ['user', '', config({ User: 'root' })],
  ['user', 'www-data', config({ User: 'www-data:www-data' })],
  ['user', { exists: false }, config({ User: '' })],
  ['command', ['bash'], config({ Cmd: ['/bin/bash'] })],
  ['command', ['/bin/bash'], config({ Cmd: ['bash'] })],
  ['entrypoint', ['/usr/bin/tini'], config({ Entrypoint: ['/bin/tini'] })],
  ['main-process', '/bin/bash', { Path: 'bash' }],
  ['main-process', 'bash', { Path: '/usr/bin/bash' }],
  ['stop-signal', 'QUIT', config({ StopSignal: '3' })],
  ['stop-signal', '15', config({})],
  ['exposed-ports', ['80', '53/UDP'], config({ ExposedPorts: { '80/tcp': {}, '53/udp': {} } })],
  ['network-mode', 'bridge', host({ NetworkMode: 'default' })],
  ['network-mode', 'default', host({ NetworkMode: 'bridge' })],
  ['security-opt', ['no-new-privileges:true'], host({ SecurityOpt: ['no-new-privileges'] })],
  ['security-opt', ['seccomp=unconfined'], host({ SecurityOpt: ['seccomp:unconfined'] })],
  ['extra-hosts', ['db=10.0.0.5'], host({ ExtraHosts: ['db:10.0.0.5'] })],
  ['extra-hosts', ['db:::1'], host({ ExtraHosts: ['db:[::1]'] })],
  ['memory', '512m', host({ Memory: 536_870_912 })],
  ['memory', '0.5g', host({ Memory: 536_870_912 })],
])('%s %j is met however it is spelled: %j', (key, expected, changes) => {
  expect(outcome({ [key]: expected }, changes)).toBe('passed');
  expect(outcome({ [key]: { not: expected } }, changes)).toBe('failed');
});

test.each<[key: string, expected: Json, changes: Partial<ContainerInspect>]>([
  ['cap-add', ['NET_ADMIN'], host({ CapAdd: ['NET_RAW'] })],
  ['cap-add', { only: ['NET_ADMIN'] }, host({ CapAdd: ['CAP_NET_ADMIN', 'CAP_NET_RAW'] })],
  ['cpus', 0.5, host({ CpuQuota: 50_000, CpuPeriod: 50_000 })],
  ['workdir', '/data', config({ WorkingDir: '/Data' })],
  ['mounts', { '/data': 'site' }, { Mounts: [{ Name: 'site', Destination: '/data/x' }] }],
  ['user', 'root', config({ User: 'www-data' })],
  ['user', 'www-data', config({ User: 'www-data:root' })],
  ['main-process', '/bin/bash', { Path: '/opt/bin/bash' }],
  ['stop-signal', 'QUIT', config({ StopSignal: 'SIGTERM' })],
  ['exposed-ports', ['80'], config({ ExposedPorts: { '80/udp': {} } })],
])('%s %j is something else than %j', (key, expected, changes) => {
  expect(outcome({ [key]: expected }, changes)).toBe('failed');
});

describe('nothing', () => {
  const nothing: ContainerInspect = { Id: 'a'.repeat(64) };
  const isEmpty = (value: Json | undefined): boolean =>
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
  const empty = Object.entries(attributes).filter(([, { read }]) => {
    const seen = read({ inspect: nothing });
    return 'value' in seen && isEmpty(seen.value);
  });

  test.each(empty.map(([key]) => key))('of %s does not exist, by one rule for all', (key) => {
    const facts = theContainer(nothing);
    const judge = (exists: boolean) =>
      judged(checkOf('container', 'ubuntu', { [key]: { exists } }), facts).verdict.outcome;
    expect([judge(false), judge(true)]).toEqual(['passed', 'failed']);
  });

  test('is also a health check that was switched off', () => {
    const off = config({ Healthcheck: { Test: ['NONE'] } });
    expect(outcome({ 'health-check': { exists: false } }, off)).toBe('passed');
  });
});

describe('a map as a whole', () => {
  const mounted = { Mounts: [{ Name: 'site', Destination: '/data' }] };
  const labelled = config({ Labels: { team: 'blue', size: '3' } });

  test.each<[Record<string, Json>, Partial<ContainerInspect>, string]>([
    [{ mounts: { size: 0 } }, {}, 'passed'],
    [{ mounts: { size: 0 } }, mounted, 'failed'],
    [{ mounts: { size: { gte: 1 } } }, mounted, 'passed'],
    [{ mounts: { contains: '/data/' } }, mounted, 'passed'],
    [{ mounts: { contains: '/srv' } }, mounted, 'failed'],
    [{ mounts: { only: ['/data/'] } }, mounted, 'passed'],
    [{ mounts: { only: [] } }, mounted, 'failed'],
    [{ mounts: { not: { '/data': 'site' } } }, mounted, 'failed'],
    [{ mounts: { any: [{ '/data': 'site' }, { '/data': 'data' }] } }, mounted, 'passed'],
    [{ mounts: { none: [{ '/data': 'site' }, '/srv'] } }, mounted, 'failed'],
    [{ mounts: { equals: { '/data': 'site' } } }, mounted, 'passed'],
    [{ mounts: { exists: false } }, mounted, 'failed'],
    [{ labels: { exists: false } }, config({}), 'passed'],
    // A number of labels, and a label of that name.
    [{ labels: { size: 2 } }, labelled, 'passed'],
    [{ labels: { size: '3' } }, labelled, 'passed'],
    [{ labels: { size: '2' } }, labelled, 'failed'],
    [{ labels: { all: [{ size: 2 }, { team: 'blue' }] } }, labelled, 'passed'],
  ])('%j', (keys, changes, expected) => {
    expect(outcome(keys, changes)).toBe(expected);
  });
});
