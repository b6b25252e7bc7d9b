import { describe, expect, test } from '@jest/globals';
import { findEndpoint } from '../../../../src/collect/connect/find-endpoint';
import { contextFiles, plainWorld } from './plain-world';

const config = (name: string) => ({
  '/home/ana/.docker/config.json': JSON.stringify({ currentContext: name }),
});
const pem = '-----BEGIN CERTIFICATE-----';
const lab = contextFiles('lab', { Host: 'tcp://lab.example:2375' });
const remote = contextFiles('remote', { Host: 'ssh://ana@remote.example' });

describe('the order of the docker CLI', () => {
  const everything = {
    env: { DOCKER_HOST: 'unix:///env.sock', DOCKER_CONTEXT: 'lab' },
    files: { ...lab, ...remote, ...config('remote') },
    sockets: { '/var/run/docker.sock': {} },
  };

  test.each([
    [
      'our own host',
      everything,
      { host: 'unix:///mine.sock', context: 'lab' },
      'unix:///mine.sock',
      'option-host',
    ],
    ['our own context', everything, { context: 'remote' }, 'ssh://ana@remote.example', 'option-context'],
    ['DOCKER_HOST', everything, {}, 'unix:///env.sock', 'env-host'],
    [
      'DOCKER_CONTEXT',
      { ...everything, env: { DOCKER_CONTEXT: 'lab' } },
      {},
      'tcp://lab.example:2375',
      'env-context',
    ],
    ['the current context', { ...everything, env: {} }, {}, 'ssh://ana@remote.example', 'config'],
    [
      'the default socket',
      { ...everything, env: {}, files: lab },
      {},
      'unix:///var/run/docker.sock',
      'default',
    ],
    [
      'the default socket, for the context of that name',
      everything,
      { context: 'default' },
      'unix:///var/run/docker.sock',
      'default',
    ],
  ])('%s comes first when what is before it is not there', (_, world, preferences, url, origin) => {
    expect(findEndpoint(plainWorld(world), preferences)).toMatchObject({ url, source: { origin } });
  });

  test('empty variables count as not set', () => {
    const world = plainWorld({
      env: { DOCKER_HOST: '', DOCKER_CONTEXT: '' },
      files: { ...lab, ...config('lab') },
    });
    expect(findEndpoint(world)).toMatchObject({ source: { origin: 'config', context: 'lab' } });
  });

  test('DOCKER_CONFIG moves config.json and the contexts', () => {
    const moved = Object.fromEntries(
      Object.entries({ ...lab, ...config('lab') }).map(([path, text]) => [
        path.replace('/home/ana/.docker', '/etc/d'),
        text,
      ]),
    );
    expect(findEndpoint(plainWorld({ env: { DOCKER_CONFIG: '/etc/d' }, files: moved }))).toMatchObject({
      url: 'tcp://lab.example:2375',
    });
  });

  test('a config.json that is no JSON chooses nothing, as in the docker CLI', () => {
    const world = plainWorld({ files: { '/home/ana/.docker/config.json': '{' } });
    expect(findEndpoint(world)).toMatchObject({ source: { origin: 'default' } });
  });
});

describe('the default socket', () => {
  test.each([
    ['/var/run/docker.sock', 'docker'],
    ['/run/user/1000/docker.sock', 'docker-rootless'],
    ['/home/ana/.docker/run/docker.sock', 'docker-desktop'],
    ['/home/ana/.docker/desktop/docker.sock', 'docker-desktop'],
    ['/run/user/1000/podman/podman.sock', 'podman'],
    ['/run/podman/podman.sock', 'podman-root'],
  ])('%s is taken when those before it are not there', (path, wellKnown) => {
    const world = plainWorld({ sockets: { [path]: {}, '/run/podman/podman.sock': {} } });
    expect(findEndpoint(world)).toMatchObject({
      transport: { kind: 'unix', path },
      source: { wellKnown },
      portsAt: '127.0.0.1',
    });
  });

  test('a file that is no socket does not count', () => {
    const world = plainWorld({
      files: { '/var/run/docker.sock': '' },
      sockets: { '/run/podman/podman.sock': {} },
    });
    expect(findEndpoint(world)).toMatchObject({ source: { wellKnown: 'podman-root' } });
  });

  test('without any, it is where dockerd would put it', () => {
    expect(findEndpoint(plainWorld())).toMatchObject({ url: 'unix:///var/run/docker.sock' });
  });

  test('on Windows it is a pipe', () => {
    expect(findEndpoint(plainWorld({ platform: 'win32' }))).toMatchObject({
      url: 'npipe:////./pipe/docker_engine',
    });
  });
});

describe('TLS', () => {
  const certs = {
    '/certs/ca.pem': `${pem} ca`,
    '/certs/cert.pem': `${pem} cert`,
    '/certs/key.pem': `${pem} key`,
  };
  const env = { DOCKER_HOST: 'tcp://lab.example', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' };

  test('DOCKER_TLS_VERIFY reads the certificates and changes the default port', () => {
    expect(findEndpoint(plainWorld({ env, files: certs }))).toMatchObject({
      url: 'tcp://lab.example:2376',
      transport: { tls: { ca: `${pem} ca`, cert: `${pem} cert`, key: `${pem} key`, verify: true } },
      portsAt: 'lab.example',
    });
  });

  test('DOCKER_TLS alone verifies nothing', () => {
    const world = plainWorld({
      env: { DOCKER_HOST: 'tcp://lab.example', DOCKER_TLS: '1', DOCKER_CERT_PATH: '/certs' },
    });
    expect(findEndpoint(world)).toMatchObject({
      url: 'tcp://lab.example:2376',
      transport: { tls: { verify: false } },
    });
  });

  test.each([
    ['ca.pem', { ...certs, '/certs/ca.pem': undefined }, 'missing'],
    ['key.pem', { ...certs, '/certs/key.pem': undefined }, 'missing'],
    ['cert.pem', { ...certs, '/certs/cert.pem': 'hello' }, 'not-pem'],
  ])('%s that cannot be used is named', (name, files, problem) => {
    const present = Object.fromEntries(
      Object.entries(files).filter(([, text]) => text !== undefined),
    ) as Record<string, string>;
    expect(findEndpoint(plainWorld({ env, files: present }))).toMatchObject({
      code: 'engine.tls-files',
      args: { file: `/certs/${name}`, problem },
    });
  });

  test('a certificate that may not be read is named', () => {
    expect(findEndpoint(plainWorld({ env, files: certs, forbidden: ['/certs/key.pem'] }))).toMatchObject({
      code: 'engine.tls-files',
      args: { file: '/certs/key.pem', problem: 'unreadable' },
    });
  });

  test('a context brings its own certificates', () => {
    const files = {
      ...contextFiles('lab', { Host: 'tcp://lab.example:2376' }, { 'ca.pem': `${pem} lab` }),
      ...config('lab'),
    };
    expect(findEndpoint(plainWorld({ files }))).toMatchObject({
      transport: { tls: { ca: `${pem} lab`, verify: true } },
    });
  });
});

describe('contexts', () => {
  test('one that is not there is told with those that are', () => {
    const world = plainWorld({ env: { DOCKER_CONTEXT: 'labb' }, files: { ...remote, ...lab } });
    expect(findEndpoint(world)).toEqual({
      code: 'engine.unknown-context',
      args: { context: 'labb', origin: 'env-context', known: ['lab', 'remote'] },
    });
  });

  test.each([
    ['no JSON', Object.fromEntries(Object.keys(lab).map((path) => [path, '{'])), 'not-json'],
    ['without a docker endpoint', contextFiles('lab', undefined), 'no-docker-endpoint'],
  ])('one whose file is %s is broken', (_, files, problem) => {
    expect(findEndpoint(plainWorld({ files }), { context: 'lab' })).toMatchObject({
      code: 'engine.context-broken',
      args: { problem },
    });
  });
});

test('VIGIE_PORTS_AT says where published ports are', () => {
  const world = plainWorld({ env: { VIGIE_PORTS_AT: '10.0.0.7', DOCKER_HOST: 'ssh://lab' } });
  expect(findEndpoint(world)).toMatchObject({ portsAt: '10.0.0.7' });
});

test('a host that is none is told without its password', () => {
  const world = plainWorld({ env: { DOCKER_HOST: 'tcp://ana:secret@lab' } });
  expect(findEndpoint(world)).toEqual({
    code: 'engine.host-invalid',
    args: { host: 'tcp://…@lab', origin: 'env-host', problem: 'syntax' },
  });
});
