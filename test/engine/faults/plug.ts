import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What happens at one request; all others are passed on to the real engine. */
export type Trouble =
  /** No answer to it, and nobody listens from then on. */
  | 'dies'
  /** The answer breaks off in its middle, and nobody listens from then on. */
  | 'dies-answering'
  /** This one connection is closed without a word. */
  | 'hiccup'
  /** This one answer is an error of the engine. */
  | 'fails'
  /** It and all that come later are accepted, and never answered. */
  | 'freezes';

export interface Plug {
  readonly dockerHost: string;
  /** Requests so far, as `GET /_ping`. */
  readonly requests: readonly string[];
  close(): void;
}

export interface PlugOptions {
  readonly engine: string;
  /** Counts from 1. */
  readonly at: number;
  /** A function is called and not waited for, then the request is passed on. */
  readonly trouble: Trouble | (() => void);
}

/** A socket in front of a real engine, with trouble at one request. */
export async function plugBefore({ engine, at, trouble }: PlugOptions): Promise<Plug> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-plug-'));
  const path = join(folder, 'docker.sock');
  const socketPath = engine.replace('unix://', '');
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let frozen = false;

  const server: Server = createServer((incoming, answer) => {
    requests.push(`${incoming.method} ${incoming.url?.split('?')[0] ?? ''}`);
    const now = requests.length === at ? trouble : undefined;
    if (now === 'freezes') frozen = true;
    if (frozen) return;
    if (now === 'dies') die();
    else if (now === 'hiccup') incoming.socket.destroy();
    else if (now === 'fails') answer.writeHead(500).end('{"message":"ttrpc: closed"}');
    else {
      if (typeof now === 'function') now();
      passOn(incoming, answer, socketPath, now === 'dies-answering' ? die : undefined);
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  function die(): void {
    server.close();
    rmSync(folder, { recursive: true, force: true });
    for (const socket of sockets) socket.destroy();
  }
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { dockerHost: `unix://${path}`, requests, close: die };
}

function passOn(
  incoming: IncomingMessage,
  answer: ServerResponse,
  socketPath: string,
  onHalf: (() => void) | undefined,
): void {
  const { method, url, headers } = incoming;
  const onward = request({ socketPath, method, path: url, headers, agent: false }, (real) => {
    answer.writeHead(real.statusCode ?? 500, real.headers);
    if (!onHalf) {
      real.pipe(answer);
      real.on('error', () => answer.destroy());
      return;
    }
    // Headers and one byte leave, then the engine is gone.
    real.once('data', (chunk: Buffer) => answer.write(chunk.subarray(0, 1), onHalf));
    real.once('end', onHalf);
  });
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}
