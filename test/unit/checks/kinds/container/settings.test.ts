import { describe, expect, test } from '@jest/globals';
import type { ContainerInspect, HostConfig, ImageSummary } from '../../../../../src/evidence/docker';
import type { Json } from '../../../../../src/text/json';
import { checkOf, found, judged, theContainer, ubuntu } from '../../../../support/evidence';

const right: ImageSummary = {
  Id: 'sha256:aaaa11112222',
  RepoTags: ['ubuntu:latest'],
  RepoDigests: ['ubuntu@sha256:1'],
  ParentId: '',
};

function judge(
  changes: Partial<ContainerInspect>,
  keys: Record<string, Json>,
  images: readonly ImageSummary[] = [right],
) {
  return judged(checkOf('container', 'ubuntu', keys), [
    ...theContainer(ubuntu(changes)),
    found({ fact: 'images' }, images),
  ]).verdict;
}

const from = (name: string, Image = 'sha256:bbbb'): Partial<ContainerInspect> => ({
  Config: { Image: name },
  Image,
});
const host = (config: HostConfig): Partial<ContainerInspect> => ({ HostConfig: config });

describe('the image of a container', () => {
  test.each<[string, Partial<ContainerInspect>, string]>([
    ['written in full', from('docker.io/library/ubuntu:latest'), 'ubuntu'],
    ['named by its ID', from('aaaa1111', right.Id), 'ubuntu:latest'],
    ['named with the digest', from('ubuntu:latest@sha256:' + 'a'.repeat(64)), 'ubuntu:latest'],
    // The tag has moved since: it was right as it was named.
    ['whose tag has moved', from('ubuntu', 'sha256:old'), 'ubuntu:latest'],
  ])('passes: %s', (_what, changes, image) => {
    expect(judge(changes, { image }).outcome).toBe('passed');
  });

  test.each<[string, object, Partial<ContainerInspect>, readonly ImageSummary[]]>([
    [
      'container.other-tag',
      { seen: 'ubuntu:22.04', expected: 'ubuntu:latest' },
      from('ubuntu:22.04'),
      [right],
    ],
    [
      'container.own-image',
      { seen: 'mine:latest' },
      from('mine'),
      [right, { Id: 'sha256:bbbb', RepoTags: ['mine:latest'], RepoDigests: [] }],
    ],
    [
      'container.own-image',
      { seen: 'mine:latest' },
      from('mine'),
      [
        right,
        { Id: 'sha256:bbbb', RepoTags: ['mine:latest'], RepoDigests: ['mine@sha256:2'], ParentId: right.Id },
      ],
    ],
    [
      'container.other-image',
      { seen: 'nginx:latest' },
      from('nginx'),
      [
        right,
        { Id: 'sha256:bbbb', RepoTags: ['nginx:latest'], RepoDigests: ['nginx@sha256:2'], ParentId: '' },
      ],
    ],
    [
      'container.other-registry',
      { seen: 'ghcr.io/acme/ubuntu:latest' },
      from('ghcr.io/acme/ubuntu'),
      [right],
    ],
    ['container.image-gone', {}, from('sha256:' + 'b'.repeat(64), 'sha256:' + 'b'.repeat(64)), []],
  ])('%s %j', (code, args, changes, images) => {
    const verdict = judge(changes, { image: 'ubuntu' }, images);
    expect(verdict).toMatchObject({ outcome: 'failed', message: { code, args } });
  });
});

describe('settings of a container', () => {
  test.each<[string, object, Partial<ContainerInspect>, Record<string, Json>]>([
    [
      'container.other-command',
      { expected: 'bash', seen: 'nginx -g daemon off;' },
      { Config: { Cmd: ['nginx', '-g', 'daemon off;'] } },
      { command: ['bash'] },
    ],
    ['container.default-command', { expected: 'bash' }, { Config: { Cmd: null } }, { command: ['bash'] }],
    [
      'container.other-main-process',
      { expected: '/bin/bash', seen: 'nginx' },
      { Path: 'nginx' },
      { 'main-process': '/bin/bash' },
    ],
    ['container.privileged', {}, host({ Privileged: true }), { privileged: false }],
    ['container.runs-as-root', { expected: 'www-data' }, { Config: { User: '' } }, { user: 'www-data' }],
    ['container.runs-as-root', { expected: 'www-data' }, { Config: { User: '0:0' } }, { user: 'www-data' }],
    ['container.no-memory-limit', { expected: '512m' }, host({ Memory: 0 }), { memory: '512m' }],
    ['container.no-memory-limit', { expected: '512m' }, host({}), { memory: { lte: '512m', gt: 0 } }],
    ['container.no-cpu-limit', { expected: '1.5' }, host({}), { cpus: 1.5 }],
    [
      'container.no-restart-policy',
      { expected: 'always' },
      host({ RestartPolicy: { Name: '' } }),
      { 'restart-policy': 'always' },
    ],
    [
      'container.env-missing',
      { names: ['MODE'] },
      { Config: { Env: ['PATH=/bin'] } },
      { env: { MODE: 'x' } },
    ],
    ['container.env-differs', { names: ['MODE'] }, { Config: { Env: ['MODE=y'] } }, { env: { MODE: 'x' } }],
    ['container.mount-missing', { path: '/data' }, { Mounts: [] }, { mounts: { '/data': 'data' } }],
    [
      'container.mount-elsewhere',
      { path: '/data', seen: '/dta', source: 'data' },
      { Mounts: [{ Type: 'volume', Name: 'data', Destination: '/dta' }] },
      { mounts: { '/data': 'data' } },
    ],
    [
      'container.anonymous-volume',
      { path: '/data', expected: 'data' },
      { Mounts: [{ Type: 'volume', Name: 'a'.repeat(64), Destination: '/data' }] },
      { mounts: { '/data': 'data' } },
    ],
    [
      'container.other-volume',
      { path: '/data', expected: 'data', seen: '/srv' },
      { Mounts: [{ Type: 'bind', Source: '/srv', Destination: '/data' }] },
      { mounts: { '/data': 'data' } },
    ],
    ['container.not-on-network', { network: 'lab', seen: ['bridge'] }, {}, { networks: ['lab'] }],
    ['container.other-network-mode', { network: 'host', seen: ['bridge'] }, {}, { networks: ['host'] }],
    [
      'container.other-network-mode',
      { network: 'lab', seen: ['none'] },
      { NetworkSettings: { Networks: { none: {} } } },
      { networks: ['lab'] },
    ],
    [
      'container.other-network-mode',
      { network: 'lab', seen: [] },
      { HostConfig: { NetworkMode: 'container:db' }, NetworkSettings: { Networks: {} } },
      { networks: ['lab'] },
    ],
  ])('%s %j', (code, args, changes, keys) => {
    expect(judge(changes, keys)).toMatchObject({ outcome: 'failed', message: { code, args } });
  });

  test('what no near miss explains is told plainly', () => {
    expect(judge({ Config: { Hostname: 'a' } }, { hostname: 'b' }).message).toEqual({
      code: 'check.differs',
      args: { key: 'hostname' },
    });
  });
});

describe('a shell as the main process', () => {
  const shell = { 'main-process': { matches: '(^|/)(ba|da|z)?sh$' } };

  test('is any, with or without its folder', () => {
    for (const Path of ['bash', '/bin/bash', 'sh', '/usr/bin/zsh'])
      expect(judge({ Path }, shell).outcome).toBe('passed');
  });

  test.each([
    ['sleep', ['infinity'], 'sleep infinity'],
    ['nginx', ['-g', 'daemon off;'], 'nginx -g daemon off;'],
  ])('%s is named as what nobody types at', (Path, Args, program) => {
    expect(judge({ Path, Args }, shell)).toMatchObject({
      outcome: 'failed',
      message: { code: 'container.no-shell', args: { name: 'ubuntu', program } },
    });
  });

  test('that is another one than the lab wants is told as that', () => {
    expect(judge({ Path: 'sh' }, { 'main-process': '/bin/bash' }).message?.code).toBe(
      'container.other-main-process',
    );
  });
});
