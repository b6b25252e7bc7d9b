import { afterEach, expect, test } from '@jest/globals';
import type { Engine } from '../../../src/collect/engine/engine';
import { engineFact, identify } from '../../../src/collect/engine/identify';
import { openAt } from './engine-contract';
import { json, startFakeEngine, text, type FakeEngine, type Routes } from './fake-engine';

let fake: FakeEngine | undefined;
let engine: Engine | undefined;
afterEach(async () => {
  engine?.close();
  await fake?.terminate();
});

async function engineWith(routes: Routes): Promise<Engine> {
  fake = await startFakeEngine(routes);
  engine = openAt(fake.path);
  return engine;
}

test('podman is told by its headers, its store is its own', async () => {
  const podman = await engineWith({
    // As recorded from Podman 4.3.1: no Ostype.
    '/_ping': text('OK', 200, {
      'Api-Version': '1.41',
      'Libpod-Api-Version': '4.3.1',
      Server: 'Libpod/4.3.1 (linux)',
    }),
    '/version': json({
      Version: '4.3.1',
      ApiVersion: '1.41',
      MinAPIVersion: '1.24',
      Os: 'linux',
      Arch: 'amd64',
    }),
    '/info': json({ ID: 'c30a7ff0', Name: 'vm', Driver: 'overlay', DriverStatus: [], Rootless: true }),
  });
  expect(await identify(podman)).toMatchObject({
    flavour: 'podman',
    version: '4.3.1',
    store: 'podman',
    rootless: true,
  });
});

test('the containerd image store is told by the driver status', async () => {
  const docker = await engineWith({
    '/info': json({
      ID: 'a',
      Name: 'vm',
      Driver: 'overlayfs',
      DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
    }),
  });
  expect(await identify(docker)).toMatchObject({ store: 'containerd', storageDriver: 'overlayfs' });
});

test('what a hung containerd leaves unknown is said, and what the ping tells is kept', async () => {
  const hung = await engineWith({ '/version': () => undefined, '/info': () => undefined });
  const identity = await identify(hung, { deadlineMs: 300 });
  if (!('missing' in identity)) throw new Error(identity.code);
  expect(identity).toMatchObject({ flavour: 'docker', version: '20.10.24', apiVersion: '1.41', os: 'linux' });
  expect(identity.missing).toMatchObject({
    version: { code: 'deadline' },
    info: { code: 'deadline', args: { call: 'GET /info' } },
  });
  expect(engineFact(identity)).toBe(identity.missing.info);
});

test('mirrors of Docker Hub are named by their hosts, without passwords', async () => {
  const docker = await engineWith({
    '/info': json({
      ID: 'c30a7ff0',
      Name: 'vm',
      Driver: 'overlay2',
      DriverStatus: [],
      RegistryConfig: {
        Mirrors: ['https://ada:secret@mirror.example.org/'],
        IndexConfigs: {
          'docker.io': { Mirrors: ['https://ada:secret@mirror.example.org/', '127.0.0.1:5000'] },
          '127.0.0.1:5000': { Mirrors: [] },
        },
      },
    }),
  });
  expect(await identify(docker)).toMatchObject({ mirrors: ['mirror.example.org', '127.0.0.1:5000'] });
});

test('/info is not asked when it is not wanted', async () => {
  const docker = await engineWith({ '/info': () => undefined });
  const identity = await identify(docker, { withoutInfo: true });
  expect(identity).toMatchObject({ version: '20.10.24', arch: 'amd64', missing: {} });
});

test('an engine below the needed API is too old', async () => {
  const old = await engineWith({
    '/_ping': text('OK', 200, { 'Api-Version': '1.26' }),
    '/version': json({
      Version: '1.13.1',
      ApiVersion: '1.26',
      MinAPIVersion: '1.12',
      Os: 'linux',
      Arch: 'amd64',
    }),
  });
  expect(await identify(old)).toEqual({
    code: 'engine.too-old',
    args: { version: '1.13.1', apiVersion: '1.26', needed: '1.35' },
  });
});

test.each([
  ['a web server', text('<html>It works!</html>'), 'engine.answer-invalid'],
  [
    'a TLS port that was asked without TLS',
    text('Client sent an HTTP request to an HTTPS server.\n', 400),
    'engine.tls-refused',
  ],
  ['an engine that fails at the ping', json({ message: 'out of memory' }, 500), 'engine.failed'],
])('%s is named as what it is', async (_, ping, code) => {
  const other = await engineWith({ '/_ping': ping });
  expect(await identify(other)).toMatchObject({ code });
});
