import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openRoom, type CleanRoom } from '../../../../src/cleanroom/room/open-room';
import { findEndpoint } from '../../../../src/collect/connect/find-endpoint';
import { thisWorld } from '../../../../src/collect/connect/world';
import { identify } from '../../../../src/collect/engine/identify';
import { openEngine } from '../../../../src/collect/engine/open-engine';
import { Authority } from '../../../contract/engine/certificates';

let room: CleanRoom;
let dockerd: ChildProcess;
let host: string;
const certs = { good: '', none: '', foreign: '' };

beforeAll(async () => {
  room = await openRoom({
    registry: undefined,
    binaries: undefined,
    store: 'classic',
    signal: undefined,
  });
  const ours = new Authority(join(room.home, 'ours'));
  const server = ours.sign('server', `IP:${room.address}`);
  certs.good = ours.clientFolder('good', ours.sign('ana', 'DNS:ana'));
  certs.none = ours.clientFolder('none');
  certs.foreign = ours.clientFolder(
    'foreign',
    new Authority(join(room.home, 'theirs')).sign('eve', 'DNS:eve'),
  );
  host = `tcp://${room.address}:2376`;
  dockerd = await startTlsDockerd([
    '--tlsverify',
    '--tlscacert',
    ours.ca,
    '--tlscert',
    server.cert,
    '--tlskey',
    server.key,
  ]);
}, 120_000);
afterAll(async () => {
  const ended = once(dockerd, 'exit');
  dockerd.kill();
  await ended;
  await room.close();
}, 60_000);

/** A second dockerd in the room's network, which runs no containers, so needs neither bridge nor rules. */
async function startTlsDockerd(tls: readonly string[]): Promise<ChildProcess> {
  const at = (name: string) => join(room.home, name);
  const folders = ['--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('pid')];
  const argv = room.enter([
    'dockerd',
    '-H',
    host,
    ...tls,
    ...folders,
    '--bridge',
    'none',
    '--iptables=false',
  ]);
  const child = spawn(argv[0] ?? '', argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  // Read on to its end: dockerd would die of a closed stderr.
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk) => {
      log += String(chunk);
      if (log.includes('API listen on')) resolve();
    });
  });
  return child;
}

async function whoAnswers(env: Record<string, string>) {
  const endpoint = findEndpoint({ ...thisWorld(), env: { DOCKER_HOST: host, ...env } });
  if ('code' in endpoint) throw new Error(endpoint.code);
  const engine = openEngine(endpoint);
  const identity = await identify(engine);
  engine.close();
  return identity;
}

test('dockerd over TLS is identified', async () => {
  expect(await whoAnswers({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certs.good })).toMatchObject({
    flavour: 'docker',
    missing: {},
  });
});

test.each([
  [
    'without a certificate',
    () => ({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certs.none }),
    'client-refused',
  ],
  [
    'with a certificate of another authority',
    () => ({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certs.foreign }),
    'client-refused',
  ],
  ['without TLS', () => ({}), 'server-tls'],
])('dockerd refuses a client %s, which is named', async (_, env, problem) => {
  expect(await whoAnswers(env())).toMatchObject({ code: 'engine.tls-refused', args: { problem } });
});
