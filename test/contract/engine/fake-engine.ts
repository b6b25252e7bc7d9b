import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What each path answers; a path that is missing answers as dockerd's router does. */
export type Routes = Readonly<Record<string, Handler>>;

export interface FakeEngine {
  readonly path: string;
  /** Ends as dockerd does at SIGTERM: its socket file goes with it. */
  terminate(): Promise<void>;
  /** Ends as at SIGKILL: the socket file stays and nobody listens. */
  kill(): Promise<void>;
  /** Accepts and says nothing, as at SIGSTOP; for requests from now on. */
  freeze(): void;
  thaw(): void;
}

export const json =
  (value: unknown, status = 200): Handler =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Api-Version': '1.41' });
    response.end(JSON.stringify(value));
  };

export const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'text/plain', ...headers });
    response.end(body);
  };

/** A small engine on a socket of its own; what it answers is as recorded from Docker 20.10. */
export async function startFakeEngine(routes: Routes = {}): Promise<FakeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-fake-'));
  const path = join(folder, 'docker.sock');
  let frozen = false;
  const server = createServer((request, response) => {
    if (frozen) return;
    const route = (request.url ?? '').split('?')[0] ?? '';
    (routes[route] ?? usual[route] ?? json({ message: 'page not found' }, 404))(request, response);
  });
  // Node removes the file that it listened on; under another name it stays, as a killed engine's does.
  const born = join(folder, 'born.sock');
  await new Promise<void>((resolve) => server.listen(born, resolve));
  renameSync(born, path);
  return {
    path,
    terminate: async () => {
      await stop(server);
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => stop(server),
    freeze: () => (frozen = true),
    thaw: () => (frozen = false),
  };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

const usual: Routes = {
  '/_ping': text('OK', 200, { 'Api-Version': '1.41', Ostype: 'linux', Server: 'Docker/20.10.24 (linux)' }),
  '/version': json({
    Version: '20.10.24',
    ApiVersion: '1.41',
    MinAPIVersion: '1.12',
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: '6.1.0',
  }),
  '/info': json({
    ID: 'ABCD',
    Name: 'host',
    Driver: 'overlay2',
    DriverStatus: [['Backing Filesystem', 'extfs']],
  }),
  '/containers/json': json([]),
  '/containers/nosuch/json': json({ message: 'No such container: nosuch' }, 404),
  '/containers/nosuch/exec': json({ message: 'No such container: nosuch' }, 404),
  '/events': (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Api-Version': '1.41' });
    response.end();
  },
};
