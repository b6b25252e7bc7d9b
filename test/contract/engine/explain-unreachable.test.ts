import { afterEach, describe, expect, test } from '@jest/globals';
import { explainUnreachable } from '../../../src/collect/connect/explain-unreachable';
import { findEndpoint } from '../../../src/collect/connect/find-endpoint';
import type { World } from '../../../src/collect/connect/world';
import { identify } from '../../../src/collect/engine/identify';
import { openEngine } from '../../../src/collect/engine/open-engine';
import { contextFiles, plainWorld } from '../../unit/collect/connect/plain-world';
import { startFakeEngine, text, type FakeEngine, type Routes } from './fake-engine';

const fakes: FakeEngine[] = [];
afterEach(async () => {
  await Promise.all(fakes.splice(0).map((fake) => fake.terminate()));
});

async function start(routes: Routes = {}): Promise<FakeEngine> {
  const fake = await startFakeEngine(routes);
  fakes.push(fake);
  return fake;
}

const podmanPing: Routes = {
  '/_ping': text('OK', 200, {
    'Api-Version': '1.41',
    'Libpod-Api-Version': '4.3.1',
    Server: 'Libpod/4.3.1 (linux)',
  }),
};
const dockerCli = { '/usr/bin/docker': '', '/usr/bin/dockerd': '' };
const nowhere = '/nonexistent/docker.sock';

/** Finds the engine of a world, fails to reach it, and explains. */
async function explain(world: World) {
  const endpoint = findEndpoint(world);
  if ('code' in endpoint) throw new Error(endpoint.code);
  const engine = openEngine(endpoint);
  const found = await identify(engine, { deadlineMs: 300 });
  engine.close();
  if (!('code' in found)) throw new Error('it answers');
  return explainUnreachable(world, endpoint, found);
}

describe('no socket', () => {
  // The real default socket may exist where the tests run, so this fault comes ready-made.
  const absent = (world: World) => {
    const endpoint = findEndpoint(world);
    if ('code' in endpoint) throw new Error(endpoint.code);
    const args = { endpoint: endpoint.url, origin: endpoint.source.origin, platform: world.platform };
    return explainUnreachable(world, endpoint, { code: 'engine.socket-absent', args });
  };

  test('and no program: no engine is installed', async () => {
    expect(await absent(plainWorld())).toEqual({
      code: 'engine.not-installed',
      args: {
        platform: 'linux',
        looked: expect.arrayContaining(['/var/run/docker.sock', '/run/user/1000/docker.sock']),
      },
    });
  });

  test('but the programs are there: it does not run', async () => {
    expect(await absent(plainWorld({ files: dockerCli }))).toMatchObject({
      code: 'engine.socket-absent',
      args: { installed: ['docker', 'dockerd'] },
    });
  });

  test('a program in a folder of PATH counts', async () => {
    const world = plainWorld({ env: { PATH: '/opt/bin:/x' }, files: { '/opt/bin/podman': '' } });
    expect(await absent(world)).toMatchObject({
      code: 'engine.socket-absent',
      args: { installed: ['podman'] },
    });
  });

  test('where DOCKER_HOST leads: its value is in question, not the installation', async () => {
    const world = plainWorld({ env: { DOCKER_HOST: `unix://${nowhere}` } });
    expect(await explain(world)).toMatchObject({
      code: 'engine.socket-absent',
      args: { origin: 'env-host', installed: [] },
    });
  });
});

describe('another engine answers', () => {
  test('in another context, while the chosen one does not', async () => {
    const other = await start();
    const files = { ...dockerCli, ...contextFiles('lab', { Host: `unix://${other.path}` }) };
    expect(await explain(plainWorld({ env: { DOCKER_HOST: `unix://${nowhere}` }, files }))).toEqual({
      code: 'engine.wrong-context',
      args: {
        endpoint: `unix://${nowhere}`,
        origin: 'env-host',
        why: 'engine.socket-absent',
        alternatives: [{ endpoint: `unix://${other.path}`, context: 'lab', flavour: 'docker' }],
      },
    });
  });

  test('at a well-known socket, while the chosen context does not', async () => {
    const other = await start();
    const runtime = other.path.replace('/docker.sock', '');
    const files = {
      ...contextFiles('lab', { Host: `unix://${nowhere}` }),
      '/home/ana/.docker/config.json': JSON.stringify({ currentContext: 'lab' }),
    };
    const world = plainWorld({ env: { XDG_RUNTIME_DIR: runtime }, files, sockets: { [other.path]: {} } });
    expect(await explain(world)).toMatchObject({
      code: 'engine.wrong-context',
      args: {
        origin: 'config',
        context: 'lab',
        alternatives: [{ endpoint: `unix://${other.path}`, flavour: 'docker' }],
      },
    });
  });

  test('but it hangs: it is no alternative', async () => {
    const other = await start({ '/_ping': () => undefined });
    const files = contextFiles('lab', { Host: `unix://${other.path}` });
    expect(await explain(plainWorld({ env: { DOCKER_HOST: `unix://${nowhere}` }, files }))).toMatchObject({
      code: 'engine.socket-absent',
    });
  });

  test('but it is podman and nobody chose: the silent Docker stays the matter', async () => {
    const silent = await start({ '/_ping': () => undefined });
    const podman = await start(podmanPing);
    const files = { ...dockerCli, ...contextFiles('podman', { Host: `unix://${podman.path}` }) };
    const world = plainWorld({
      env: { XDG_RUNTIME_DIR: silent.path.replace('/docker.sock', '') },
      files,
      sockets: { [silent.path]: {} },
    });
    expect(await explain(world)).toMatchObject({ code: 'engine.not-answering' });
    expect(await explain({ ...world, env: { DOCKER_HOST: `unix://${silent.path}` } })).toMatchObject({
      code: 'engine.wrong-context',
      args: { why: 'engine.not-answering', alternatives: [{ context: 'podman', flavour: 'podman' }] },
    });
  });
});

test('a fault that says enough comes back as it is', async () => {
  const endpoint = findEndpoint(plainWorld());
  if ('code' in endpoint) throw new Error(endpoint.code);
  const tooOld = {
    code: 'engine.too-old',
    args: { version: '1.13.1', apiVersion: '1.26', needed: '1.35' },
  } as const;
  expect(await explainUnreachable(plainWorld(), endpoint, tooOld)).toBe(tooOld);
});
