import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { askHttp } from '../../../../src/collect/network/ask-http';
import type { HttpQuestion } from '../../../../src/collect/network/http-question';
import { follow } from '../../../../src/collect/network/follow';
import { tryPort } from '../../../../src/collect/network/try-port';

const limits = { deadlineMs: 2_000, maxBytes: 1024, signal: new AbortController().signal };
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  sockets.clear();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function listening(server: Server): Promise<HttpQuestion> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { scheme: 'http', host: '127.0.0.1', port, method: 'GET', path: '/', headers: {} };
}
const serving = (listener: RequestListener) => listening(createHttp(listener));
const accepting = (onSocket: (socket: Socket) => void) => listening(createServer(onSocket));

describe('an HTTP request', () => {
  test('brings status, headers in lower case and body', async () => {
    const question = await serving((_request, response) =>
      response.writeHead(404, { 'X-Lab': 'a', Server: 'test' }).end('héé'),
    );
    const reply = await askHttp(question, limits);
    expect(reply).toMatchObject({
      outcome: 'answered',
      status: 404,
      headers: { 'x-lab': 'a', server: 'test' },
      body: 'héé',
      truncated: false,
    });
  });

  test('looks like that of a browser on the host, unless the lab says otherwise', async () => {
    const question = await serving((request, response) =>
      response.end(JSON.stringify([request.url, request.headers])),
    );
    const ask = async (more: Partial<HttpQuestion>) => {
      const reply = await askHttp({ ...question, ...more }, limits);
      return JSON.parse('body' in reply ? reply.body : '') as [string, Record<string, string>];
    };
    const [path, headers] = await ask({ path: '/été?q=a b%20c' });
    expect(path).toBe('/%C3%A9t%C3%A9?q=a%20b%20c');
    expect(headers).toMatchObject({ host: `localhost:${question.port}`, 'accept-encoding': 'identity' });
    const [, sent] = await ask({
      headers: { host: 'www.example.test', 'X-Name': 'été\r\nX-Evil: 1', 'bad name': 'x' },
    });
    expect(sent).toMatchObject({ host: 'www.example.test' });
    expect(sent).not.toHaveProperty('x-evil');
    expect(sent).not.toHaveProperty('bad name');
  });

  test('reads no more of a body than the cap', async () => {
    const question = await serving((_request, response) => response.end('x'.repeat(100_000)));
    const reply = await askHttp(question, limits);
    expect(reply).toMatchObject({ outcome: 'answered', truncated: true, body: 'x'.repeat(1024) });
  });

  test('keeps what came of a body that breaks off or never ends', async () => {
    const question = await serving((_request, response) => {
      response.writeHead(200);
      response.write('begun');
    });
    const reply = await askHttp(question, { ...limits, deadlineMs: 1_000 });
    expect(reply).toMatchObject({ outcome: 'answered', status: 200, body: 'begun', truncated: true });
  });

  test('is a reset where the connection is accepted and closed, as by Docker’s proxy', async () => {
    const question = await accepting((socket) => socket.end());
    expect(await askHttp(question, limits)).toEqual({ outcome: 'reset' });
  });

  test('is refused where nobody listens', async () => {
    const question = await accepting(() => undefined);
    await new Promise((done) => servers.pop()?.close(done));
    expect(await askHttp(question, limits)).toEqual({ outcome: 'refused' });
  });

  test('is invalid where something else than HTTP speaks, or HTTP instead of HTTPS', async () => {
    const ssh = await accepting((socket) => socket.end('SSH-2.0-OpenSSH_9.2p1\r\n'));
    expect(await askHttp(ssh, limits)).toEqual({ outcome: 'invalid' });
    const plain = await serving((_request, response) => response.end());
    expect(await askHttp({ ...plain, scheme: 'https' }, limits)).toEqual({ outcome: 'invalid' });
  });

  test('ends at its deadline where nothing is said', async () => {
    const question = await accepting(() => undefined);
    expect(await askHttp(question, { ...limits, deadlineMs: 100 })).toEqual({ outcome: 'timeout' });
  });

  test('bounds endless headers', async () => {
    const question = await accepting((socket) => {
      socket.on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = (): void =>
        void socket.write(`X: ${'y'.repeat(8192)}\r\n`, () => {
          if (socket.writable) more();
        });
      more();
    });
    expect(await askHttp(question, limits)).toEqual({ outcome: 'invalid' });
  });
});

describe('redirects', () => {
  const moved: RequestListener = (request, response) => {
    const to = new Map([
      ['/', '/a'],
      ['/a', `http://localhost:${request.socket.localPort}/b`],
      ['/away', 'http://example.test/'],
      ['/loop', '/loop'],
    ]).get(request.url ?? '');
    if (to === undefined) response.end('there');
    else response.writeHead(302, { Location: to }).end();
  };

  test('are the answer unless following them is asked for', async () => {
    const question = await serving(moved);
    const ask = (next: HttpQuestion) => askHttp(next, limits);
    expect(await follow(question, false, ask)).toMatchObject({ status: 302 });
    expect(await follow(question, true, ask)).toMatchObject({ status: 200, body: 'there' });
  });

  test('never lead away from the server, nor on for ever', async () => {
    const question = await serving(moved);
    const asked: string[] = [];
    const ask = (next: HttpQuestion) => {
      asked.push(`${next.host}:${next.port}${next.path}`);
      return askHttp(next, limits);
    };
    expect(await follow({ ...question, path: '/away' }, true, ask)).toMatchObject({ status: 302 });
    expect(asked).toHaveLength(1);
    expect(await follow({ ...question, path: '/loop' }, true, ask)).toMatchObject({ status: 302 });
    expect(asked).toHaveLength(1 + 6);
  });
});

describe('trying a port', () => {
  const { signal } = limits;

  test('finds it open where the connection stays, or somebody speaks', async () => {
    const silent = await accepting(() => undefined);
    expect(await tryPort(silent.host, silent.port, { deadlineMs: 1000, signal })).toBe('open');
    const greeting = await accepting((socket) => socket.end('220 hello\r\n'));
    expect(await tryPort(greeting.host, greeting.port, { deadlineMs: 1000, signal })).toBe('open');
  });

  test('does not take a connection that is closed at once for a listener', async () => {
    const proxy = await accepting((socket) => socket.end());
    expect(await tryPort(proxy.host, proxy.port, { deadlineMs: 1000, signal })).toBe('closed');
    const resetting = await accepting((socket) => socket.resetAndDestroy());
    expect(await tryPort(resetting.host, resetting.port, { deadlineMs: 1000, signal })).toBe('closed');
  });

  test('is refused where nobody listens', async () => {
    const gone = await accepting(() => undefined);
    await new Promise((done) => servers.pop()?.close(done));
    expect(await tryPort(gone.host, gone.port, { deadlineMs: 1000, signal })).toBe('refused');
  });

  test('ends when the grader gives up', async () => {
    const silent = await accepting(() => undefined);
    expect(await tryPort(silent.host, silent.port, { deadlineMs: 1000, signal: AbortSignal.abort() })).toBe(
      'timeout',
    );
  });
});
