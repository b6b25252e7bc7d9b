import { expect, test } from '@jest/globals';
import { attributes } from '../../../../../src/checks/kinds/container/attributes';
import type { ContainerInspect } from '../../../../../src/evidence/docker';
import type { Json } from '../../../../../src/text/json';
import { ubuntu } from '../../../../support/evidence';

const rich: ContainerInspect = {
  ...ubuntu(),
  Image: 'sha256:aaaa',
  RestartCount: 3,
  Config: {
    Image: 'ubuntu:latest',
    Hostname: 'web',
    Labels: { team: 'blue' },
    Tty: true,
    OpenStdin: true,
    Cmd: ['bash'],
    Entrypoint: ['/entry'],
    Env: ['MODE=production', 'EMPTY=', 'BARE'],
    User: 'www-data',
    WorkingDir: '/app',
    ExposedPorts: { '80/tcp': {} },
    StopSignal: 'SIGQUIT',
    Healthcheck: { Test: ['CMD', 'true'] },
  },
  HostConfig: {
    PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '80' }] },
    NetworkMode: 'lab',
    RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
    AutoRemove: true,
    Privileged: true,
    ReadonlyRootfs: true,
    Memory: 536870912,
    NanoCpus: 1500000000,
    PidsLimit: 100,
    CapAdd: ['NET_ADMIN'],
    CapDrop: ['ALL'],
    LogConfig: { Type: 'json-file' },
    SecurityOpt: ['no-new-privileges'],
    Devices: [{ PathOnHost: '/dev/fuse' }],
    ExtraHosts: ['registry:10.0.0.5'],
    Dns: ['9.9.9.9'],
    Init: true,
  },
  Mounts: [
    { Type: 'volume', Name: 'data', Destination: '/data', RW: true },
    { Type: 'bind', Source: '/srv', Destination: '/www', RW: false },
  ],
  State: { Status: 'running', Running: true, OOMKilled: false, Health: { Status: 'healthy' } },
  NetworkSettings: {
    Ports: { '80/tcp': [{ HostIp: '', HostPort: '80' }] },
    Networks: { lab: { IPAddress: '172.18.0.2', Aliases: ['db'] } },
  },
};

const bare: ContainerInspect = { Id: 'a'.repeat(64) };

const read = (key: string, inspect: ContainerInspect): Json | undefined => {
  const seen = attributes[key]?.read({ inspect });
  return seen && 'value' in seen ? seen.value : undefined;
};

const table: readonly (readonly [string, Json | undefined, Json | undefined])[] = [
  ['id', rich.Id, bare.Id],
  ['name', 'ubuntu', undefined],
  ['image', 'ubuntu:latest', undefined],
  ['image-id', 'sha256:aaaa', undefined],
  ['hostname', 'web', undefined],
  ['labels', { team: 'blue' }, {}],
  ['state', 'running', undefined],
  ['exit-code', undefined, undefined],
  ['health', 'healthy', 'none'],
  ['health-check', ['CMD', 'true'], []],
  ['crash-looping', false, false],
  ['restart-count', 3, 0],
  ['oom-killed', false, false],
  ['tty', true, false],
  ['stdin', true, false],
  ['command', ['bash'], []],
  ['entrypoint', ['/entry'], []],
  ['main-process', '/bin/bash', undefined],
  ['env', { MODE: 'production', EMPTY: '', BARE: '' }, {}],
  ['user', 'www-data', ''],
  ['workdir', '/app', '/'],
  ['stop-signal', 'SIGQUIT', 'SIGTERM'],
  ['init', true, false],
  ['ports', ['80:80'], []],
  ['requested-ports', ['80:80'], []],
  ['exposed-ports', ['80/tcp'], []],
  ['networks', ['lab'], []],
  ['network-mode', 'lab', undefined],
  ['ip-addresses', { lab: '172.18.0.2' }, {}],
  ['aliases', ['db'], []],
  ['extra-hosts', ['registry:10.0.0.5'], []],
  ['dns', ['9.9.9.9'], []],
  ['restart-policy', 'on-failure', 'no'],
  ['restart-retries', 3, 0],
  ['memory', 536870912, 0],
  ['cpus', 1.5, 0],
  ['pids-limit', 100, 0],
  ['privileged', true, false],
  ['read-only', true, false],
  ['cap-add', ['NET_ADMIN'], []],
  ['cap-drop', ['ALL'], []],
  ['security-opt', ['no-new-privileges'], []],
  ['devices', ['/dev/fuse'], []],
  ['auto-remove', true, false],
  ['mounts', { '/data': 'data', '/www': '/srv' }, {}],
  ['read-only-mounts', ['/www'], []],
  ['log-driver', 'json-file', undefined],
];

test.each(table)('%s is %j, and %j where the engine says nothing', (key, seen, nothing) => {
  expect(read(key, rich)).toEqual(seen);
  expect(read(key, bare)).toEqual(nothing);
});

test('every attribute but the raw document and the events is in the table above', () => {
  expect(read('inspect', rich)).toEqual(rich);
  const told = [...table.map(([key]) => key), 'inspect', 'never-stopped'];
  expect(told.sort()).toEqual(Object.keys(attributes).sort());
});

test('a container that has ended has an exit code', () => {
  const ended = ubuntu({ State: { Status: 'exited', Running: false, ExitCode: 3 } });
  expect(read('exit-code', ended)).toBe(3);
});
