import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEndpoint } from '../../../src/collect/connect/find-endpoint';
import { thisWorld } from '../../../src/collect/connect/world';
import { openEngine } from '../../../src/collect/engine/open-engine';
import { Authority, type Signed } from './certificates';

const folder = mkdtempSync(join(tmpdir(), 'vigie-tls-'));
const ours = new Authority(join(folder, 'ours'));
const theirs = new Authority(join(folder, 'theirs'));
let client: string;
let noClient: string;
beforeAll(() => {
  client = ours.clientFolder('client', ours.sign('ana', 'DNS:ana'));
  noClient = ours.clientFolder('no-client');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let server: (Server & { closeAllConnections(): void }) | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** As `dockerd --tlsverify`: clients must have a certificate of the same authority. */
const tlsVerify = ({ cert, key }: Signed): ServerOptions => ({
  cert: readFileSync(cert),
  key: readFileSync(key),
  ca: readFileSync(ours.ca),
  requestCert: true,
  rejectUnauthorized: true,
});
const answer: Parameters<typeof createServer>[1] = (_, response) => response.end('OK');
const local = 'IP:127.0.0.1';

async function pingOf(started: NonNullable<typeof server>, certs: string | undefined) {
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const { port } = started.address() as AddressInfo; // it listens on TCP
  const env = {
    DOCKER_HOST: `tcp://127.0.0.1:${port}`,
    ...(certs !== undefined && { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certs }),
  };
  const endpoint = findEndpoint({ ...thisWorld(), env });
  if ('code' in endpoint) throw new Error(endpoint.code);
  const engine = openEngine(endpoint);
  const ping = await engine.request(
    { method: 'GET', path: '/_ping', as: 'text' },
    { deadlineMs: 5000, maxBytes: 1000 },
  );
  engine.close();
  return ping;
}

test('certificates of one authority are accepted on both sides', async () => {
  const ping = await pingOf(createServer(tlsVerify(ours.sign('good', local)), answer), client);
  expect(ping).toMatchObject({ ok: true, status: 200, body: 'OK' });
});

test.each([
  ['another authority', () => tlsVerify(theirs.sign('foreign', local)), () => client, 'untrusted'],
  ['another name', () => tlsVerify(ours.sign('elsewhere', 'DNS:elsewhere')), () => client, 'wrong-name'],
  ['the past', () => tlsVerify(ours.sign('old', local, -1)), () => client, 'expired'],
  [
    'nobody, on the side of the client,',
    () => tlsVerify(ours.sign('strict', local)),
    () => noClient,
    'client-refused',
  ],
])('a certificate of %s is refused, and named', async (_, options, certs, problem) => {
  expect(await pingOf(createServer(options(), answer), certs())).toMatchObject({
    ok: false,
    fault: { code: 'engine.tls-refused', args: { problem } },
  });
});

test('a server without TLS is named', async () => {
  expect(await pingOf(createPlainServer(answer), client)).toMatchObject({
    ok: false,
    fault: { code: 'engine.tls-refused', args: { problem: 'server-plain' } },
  });
});

test('a key that does not belong to the certificate is named', async () => {
  const mixed = ours.clientFolder('mixed', {
    cert: ours.sign('a', local).cert,
    key: ours.sign('b', local).key,
  });
  expect(await pingOf(createServer(tlsVerify(ours.sign('fine', local)), answer), mixed)).toMatchObject({
    ok: false,
    fault: { code: 'engine.tls-files', args: { problem: 'key-mismatch' } },
  });
});

test('a certificate that only looks like PEM is named', async () => {
  const broken = ours.clientFolder('broken', ours.sign('c', local));
  writeFileSync(
    join(broken, 'cert.pem'),
    '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n',
  );
  expect(await pingOf(createServer(tlsVerify(ours.sign('fine-2', local)), answer), broken)).toMatchObject({
    ok: false,
    fault: { code: 'engine.tls-files', args: { problem: 'not-pem' } },
  });
});
