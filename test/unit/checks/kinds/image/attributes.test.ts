import { describe, expect, test } from '@jest/globals';
import { image } from '../../../../../src/checks/kinds/image';
import type { ImageFact, RecordedEvent } from '../../../../../src/evidence/facts';
import type { Json } from '../../../../../src/text/json';
import { anyLab, checkOf } from '../../../../support/evidence';
import { imageEvent, judgeImage, served, type ImageHost } from '../../../../support/image-evidence';

const id = (digit: string): string => `sha256:${digit.repeat(64)}`;
const web: ImageFact = {
  inspect: {
    Id: id('1'),
    RepoTags: ['web:1', 'docker.io/library/web:latest'],
    RepoDigests: [`web@${id('2')}`, `other@${id('3')}`],
    Created: '2026-01-02T03:04:05Z',
    Author: 'Ada',
    Architecture: 'arm64',
    Variant: 'v8',
    Os: 'linux',
    Size: 150_000_000,
    RootFS: { Type: 'layers', Layers: [id('a'), id('b'), id('c')] },
    Config: {
      Cmd: ['nginx', '-g', 'daemon off;'],
      Entrypoint: '/entry.sh',
      Env: ['MODE=production', 'EMPTY='],
      ExposedPorts: { '80/tcp': {} },
      Volumes: { '/data': {} },
      WorkingDir: '/app',
      User: 'www-data',
      Labels: { team: 'blue' },
      Healthcheck: { Test: ['CMD-SHELL', 'curl -f localhost'] },
    },
  },
  history: [
    { createdBy: 'CMD ["nginx"]', comment: '', tags: [] },
    { createdBy: 'RUN apt-get install -y nginx', comment: '', tags: [] },
  ],
};
const bare: ImageFact = { inspect: { Id: id('8') }, history: [] };
const here = (fact: ImageFact, more: ImageHost = {}): ImageHost => ({
  image: { 'web:latest': fact },
  ...more,
});

function seen(key: string, fact: ImageFact, more?: ImageHost): Json | undefined {
  const { verdict } = judgeImage('web', { [key]: { exists: true } }, here(fact, more));
  return verdict.assertions[0]?.seen;
}

test.each<[string, Json, Json | undefined]>([
  ['id', id('1'), id('8')],
  ['tags', ['web:1', 'web:latest'], []],
  ['digests', [id('2')], []],
  ['os', 'linux', undefined],
  ['arch', 'arm64/v8', undefined],
  ['platform', 'linux/arm64/v8', undefined],
  ['labels', { team: 'blue' }, {}],
  ['author', 'Ada', undefined],
  ['created', '2026-01-02T03:04:05Z', undefined],
  ['size', 150_000_000, undefined],
  ['layers', 3, 0],
  ['history', ['CMD ["nginx"]', 'RUN apt-get install -y nginx'], []],
  ['command', ['nginx', '-g', 'daemon off;'], []],
  ['entrypoint', ['/entry.sh'], []],
  ['env', { MODE: 'production', EMPTY: '' }, {}],
  ['user', 'www-data', ''],
  ['workdir', '/app', '/'],
  ['exposed-ports', ['80/tcp'], []],
  ['volumes', ['/data'], []],
  ['healthcheck', ['curl -f localhost'], undefined],
])('%s is read, also where the engine says nothing', (key, expected, ofBare) => {
  expect(seen(key, web)).toEqual(expected);
  expect(seen(key, bare)).toEqual(ofBare);
});

test.each<[string, Json]>([
  ['arch', 'aarch64'],
  ['platform', 'linux/arm64'],
  ['size', { lt: '200m' }],
  ['tags', 'docker.io/library/web'],
  ['history', { any: ['/apt-get install/'] }],
  ['inspect', { 'Config.WorkingDir': '/app' }],
  ['env', { MODE: 'production' }],
])('%s is compared as what it is', (key, expected) => {
  expect(judgeImage('web', { [key]: expected }, here(web)).verdict.outcome).toBe('passed');
});

/** Outcome and message code of one assertion on `web`. */
function verdictOf(keys: Readonly<Record<string, Json>>, host: ImageHost, fact = web) {
  const { verdict } = judgeImage('web', keys, { ...host, image: { 'web:latest': fact, ...host.image } });
  return { outcome: verdict.outcome, message: verdict.message, seen: verdict.assertions[0]?.seen };
}

describe('containers', () => {
  const made = (name: string, ImageID: string) => ({ Id: name, Names: [`/${name}`], ImageID, Image: 'web' });
  const created = (container: string, image: string): RecordedEvent => ({
    ...imageEvent('create', container),
    type: 'container',
    attributes: { image },
  });

  test('are those of this very image', () => {
    const containers = [made('b', id('1')), made('a', id('1')), made('old', id('4'))];
    expect(verdictOf({ containers: { size: 2 } }, { containers })).toMatchObject({
      outcome: 'passed',
      seen: ['a', 'b'],
    });
  });

  test('none: it was only pulled', () => {
    expect(verdictOf({ containers: { size: 1 } }, {}).message?.code).toBe('image.no-container');
    const events = [created('x', 'debian')];
    expect(verdictOf({ containers: { size: 1 } }, { events }).message?.code).toBe('image.no-container');
  });

  test('none any more: one was made and removed', () => {
    const events = [created('x', 'web:latest')];
    expect(verdictOf({ containers: { size: 1 } }, { events }).message?.code).toBe('image.container-gone');
  });

  test('none of this version: the name moved on', () => {
    const events = [created('old', 'web')];
    const containers = [made('old', id('4'))];
    expect(verdictOf({ containers: { size: 1 } }, { events, containers }).message).toEqual({
      code: 'image.container-of-older',
      args: { name: 'web:latest', container: 'old' },
    });
  });

  test('too many: earlier attempts are left', () => {
    const containers = [made('b', id('1')), made('a', id('1'))];
    expect(verdictOf({ containers: { size: 1 } }, { containers }).message).toEqual({
      code: 'image.more-containers',
      args: { name: 'web:latest', expected: 1, seen: ['a', 'b'] },
    });
    expect(verdictOf({ containers: { size: 3 } }, { containers }).message?.code).toBe('check.differs');
  });
});

describe('based-on', () => {
  const base = (...layers: string[]): ImageFact => ({
    inspect: { Id: id('5'), RootFS: { Layers: layers } },
    history: [],
  });
  const on = (fact: ImageFact | null) =>
    verdictOf({ 'based-on': 'debian' }, { image: { 'debian:latest': fact } });

  test('an image begins with the layers of its base', () => {
    expect(on(base(id('a'), id('b')))).toMatchObject({ outcome: 'passed', seen: ['debian'] });
  });

  test.each([
    ['other layers', base(id('b'))],
    ['more layers', base(id('a'), id('b'), id('c'), id('d'))],
    ['no layers at all', base()],
  ])('not with %s', (_, fact) => {
    expect(on(fact)).toMatchObject({ outcome: 'failed', message: { code: 'image.other-base' } });
  });

  test('a base that is gone cannot be compared with', () => {
    expect(on(null)).toMatchObject({ outcome: 'failed', message: { code: 'image.base-absent' } });
  });

  test('every image in the expectation is asked for, once each however it is spelled', () => {
    const check = checkOf('image', 'web', {
      'based-on': { any: ['debian', 'docker.io/library/debian', 'alpine:3'] },
    });
    const asked = image.needs({ check, lab: anyLab }).filter(({ fact }) => fact === 'image');
    expect(new Set(asked.map((request) => 'reference' in request && request.reference))).toEqual(
      new Set(['web:latest', 'debian:latest', 'alpine:3']),
    );
  });
});

describe('content', () => {
  const content = (broken: readonly string[]) => ({
    content: { value: { intact: broken.length === 0, layers: 3, broken } },
  });
  test('intact or damaged, with what is damaged', () => {
    expect(verdictOf({ content: 'intact' }, content([]))).toMatchObject({
      outcome: 'passed',
      seen: 'intact',
    });
    expect(verdictOf({ content: 'intact' }, content([id('b')]))).toMatchObject({
      outcome: 'failed',
      seen: 'damaged',
      message: { code: 'image.damaged', args: { broken: [id('b')] } },
    });
  });
  test('what could not be read is an error', () => {
    const fault = { code: 'deadline', args: { call: 'GET', deadlineMs: 1 } } as const;
    expect(verdictOf({ content: 'intact' }, { content: { fault } }).outcome).toBe('error');
  });
});

test('another platform is named', () => {
  expect(verdictOf({ platform: 'linux/amd64' }, {}).message).toEqual({
    code: 'image.other-platform',
    args: { name: 'web:latest', expected: 'linux/amd64', seen: 'linux/arm64' },
  });
});

test('a tag that names another image is told from one that is nowhere', () => {
  const images = [{ Id: id('4'), RepoTags: ['team/web:2'] }];
  expect(verdictOf({ tags: ['team/web:2'] }, { images }).message).toEqual({
    code: 'image.tag-elsewhere',
    args: { name: 'web:latest', tag: 'team/web:2' },
  });
  expect(verdictOf({ tags: ['team/web:3'] }, { images }).message?.code).toBe('check.differs');
});

describe('what is asked of the host', () => {
  const needs = (keys: Readonly<Record<string, Json>>, digests = {}) =>
    image.needs({ check: checkOf('image', 'docker.io/library/ubuntu', keys), lab: { ...anyLab, digests } });
  const named = (keys: Readonly<Record<string, Json>>) => needs(keys).map(({ fact }) => fact);

  test('no registry and no content, unless a check is about them', () => {
    expect(named({ os: 'linux' })).toEqual(['engine', 'image', 'images', 'containers', 'events']);
    expect(named({ pulled: true })).toContain('registry');
    expect(named({ verified: true })).toContain('registry');
    expect(named({ content: 'intact' })).toContain('content');
  });

  test('the registry is asked with the digests that the lab vouches for', () => {
    expect(needs({ pulled: true }, { ubuntu: ['sha256:1'], debian: ['sha256:2'] })).toContainEqual({
      fact: 'registry',
      reference: 'ubuntu:latest',
      known: ['sha256:1'],
    });
  });

  test('only the environment variables that the check names', () => {
    expect(needs({ env: { MODE: 'x' } })).toContainEqual({
      fact: 'image',
      reference: 'ubuntu:latest',
      env: ['MODE'],
    });
  });
});

test('an image can be asked for by its ID, and is then known by its name', () => {
  const host = { registry: served(id('2')) };
  const short = '1'.repeat(12);
  const { verdict } = judgeImage(
    short,
    { pulled: true, verified: true },
    { ...host, image: { [short]: web } },
  );
  expect(verdict.outcome).toBe('passed');
});
