import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { collect } from '../../../../src/collect/collect';
import type { HttpFact, PortFact } from '../../../../src/evidence/facts';
import { factKey, type HttpRequest, type Request } from '../../../../src/evidence/request';
import { takeTurns } from '../../../../src/collect/network/turns';
import { memoryEngine } from '../../../support/memory-engine';

let servers: Server[] = [];
let sockets: Socket[] = [];
afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  [servers, sockets] = [[], []];
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
const serving = (listener: RequestListener) => listening(createHttp(listener));
const answering = (onSocket: (socket: Socket) => void) =>
  listening(
    createServer((socket) => {
      socket.on('error', () => undefined);
      onSocket(socket);
    }),
  );

const page = (path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  fact: 'http',
  container: 'web',
  port: 80,
  scheme: 'http',
  method: 'GET',
  path,
  headers: {},
  followRedirects: false,
  ...more,
});
const knock: Request = { fact: 'port', port: 80, protocol: 'tcp', container: 'web' };

/** Looks at a container whose port 80 is published on `hostPort`, all requests at the same time; its own address is that of the host. */
async function look(hostPort: number, requests: readonly Request[], inside = 80) {
  const { engine } = memoryEngine(() => ({
    Id: 'web',
    State: { Status: 'running', Running: true },
    NetworkSettings: {
      Ports: { [`${inside}/tcp`]: [{ HostIp: '0.0.0.0', HostPort: String(hostPort) }] },
      Networks: { bridge: { IPAddress: '127.0.0.1' } },
    },
  }));
  const { facts } = await collect({
    plan: { labs: [], requests, polls: [] },
    engine,
    memory: { recording: () => null, ownCalls: () => [], owning: (_container, _action, call) => call() },
    outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
    holds: () => true,
    grader: 'test',
    now: Date.now,
    signal: new AbortController().signal,
  });
  return requests.map((request) => {
    const fact = facts[factKey(request)];
    if (fact === undefined || 'fault' in fact) throw new Error(JSON.stringify(fact));
    return fact.value as HttpFact | PortFact; // what was asked for
  });
}

const isHung = (came: string): boolean => came === 'timeout';
const answered = { outcome: 'answered', status: 200, truncated: false };

describe('looking does not ask more of a server than the lab does', () => {
  test('one that takes one connection at a time answers each request', async () => {
    let open = 0;
    const port = await answering((socket) => {
      if ((open += 1) > 1) socket.resetAndDestroy();
      socket.on('close', () => (open -= 1));
      socket.on('data', () => setTimeout(() => socket.end('HTTP/1.0 200 OK\r\n\r\nhello'), 20));
    });
    expect(await look(port, [knock, page('/'), page('/a')])).toMatchObject([
      { outcome: 'open' },
      answered,
      answered,
    ]);
  });

  test('one that closes after one request has answered it, and its port was open', async () => {
    const port = await answering((socket) => {
      servers[0]?.close();
      socket.on('data', () => socket.end('HTTP/1.0 200 OK\r\n\r\nhello'));
    });
    expect(await look(port, [knock, page('/')])).toMatchObject([{ outcome: 'open' }, answered]);
    expect(sockets).toHaveLength(1);
  });

  test('one that allows a request a second is asked again for what it refused because of us', async () => {
    let last = -Infinity;
    const port = await serving((_request, response) => {
      const isTooSoon = performance.now() - last < 1000;
      if (!isTooSoon) last = performance.now();
      response.writeHead(isTooSoon ? 503 : 200).end('hello');
    });
    expect(await look(port, [page('/'), page('/a')])).toMatchObject([answered, answered]);
  });

  test('one that says 503 to the only request is not asked again', async () => {
    let requests = 0;
    const port = await serving((_request, response) => {
      requests += 1;
      response.writeHead(503).end();
    });
    expect(await look(port, [page('/')])).toMatchObject([{ status: 503 }]);
    expect(requests).toBe(1);
  });

  test('the container’s own word costs a second request, after the first, only where a check asks for it', async () => {
    const asked: string[] = [];
    const port = await serving((request, response) => {
      asked.push(request.headers.host ?? '');
      response.end('hello');
    });
    expect(await look(port, [page('/')])).toMatchObject([{ origin: { by: 'engine-publication' } }]);
    expect(asked).toHaveLength(1);
    // Its own address is that of the host here, and its port is published as itself.
    const own = page('/', { port, ownWord: true });
    expect(await look(port, [own], port)).toMatchObject([{ origin: { by: 'same-answer' } }]);
    expect(asked).toHaveLength(3);
  });

  test('a server that hangs is waited for once, not once for each check', async () => {
    const { at } = takeTurns();
    const visits: string[] = [];
    let giveUp: (came: string) => void = () => undefined;
    const first = at('a', () => new Promise<string>((done) => (giveUp = done)), isHung);
    const others = ['b', 'c', 'd'].map((name) =>
      at(
        'a',
        () => {
          visits.push(name);
          return new Promise<string>(() => undefined);
        },
        isHung,
      ),
    );
    await new Promise(setImmediate);
    expect(visits).toEqual([]);
    giveUp('timeout');
    await first;
    await new Promise(setImmediate);
    expect(visits).toEqual(['b', 'c', 'd']);
    expect(others).toHaveLength(3);
  });

  test('a port that only accepts is held until it is plain whether somebody is behind it', async () => {
    const port = await answering((socket) => {
      servers[0]?.close();
      socket.unref();
    });
    // It takes one connection and no more: the second is refused, and the first stays.
    expect(await look(port, [knock])).toMatchObject([{ outcome: 'open' }]);
  });
});
