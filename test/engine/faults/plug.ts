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
  /** Counts from 1; or the first request of that name. */
  readonly at: number | string;
  /** A function is called once the engine has answered; the answer goes on when it is done. */
  readonly trouble: Trouble | (() => Promise<void> | void);
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
    const name = `${incoming.method} ${incoming.url?.split('?')[0] ?? ''}`;
    const isIt = typeof at === 'number' ? requests.length + 1 === at : name === at && !requests.includes(at);
    requests.push(name);
    const now = isIt ? trouble : undefined;
    if (now === 'freezes') frozen = true;
    if (frozen) return;
    if (now === 'dies') die();
    else if (now === 'hiccup') incoming.socket.destroy();
    else if (now === 'fails') answer.writeHead(500).end('{"message":"ttrpc: closed"}');
    else if (now === 'dies-answering') passOn(incoming, answer, socketPath, { onHalf: die });
    else passOn(incoming, answer, socketPath, typeof now === 'function' ? { beforeAnswer: now } : {});
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

interface PassingOn {
  readonly onHalf?: () => void;
  readonly beforeAnswer?: () => Promise<void> | void;
}

function passOn(
  incoming: IncomingMessage,
  answer: ServerResponse,
  socketPath: string,
  { onHalf, beforeAnswer }: PassingOn,
): void {
  const { method, url, headers } = incoming;
  const onward = request({ socketPath, method, path: url, headers, agent: false }, (real) => {
    if (onHalf) answerHalf(real, answer, onHalf);
    else void answerWhole(real, answer, beforeAnswer);
  });
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}

async function answerWhole(
  real: IncomingMessage,
  answer: ServerResponse,
  beforeAnswer?: () => Promise<void> | void,
): Promise<void> {
  real.on('error', () => answer.destroy());
  if (beforeAnswer) {
    const chunks: Buffer[] = [];
    for await (const chunk of real) chunks.push(chunk as Buffer);
    await beforeAnswer();
    answer.writeHead(real.statusCode ?? 500, real.headers).end(Buffer.concat(chunks));
    return;
  }
  answer.writeHead(real.statusCode ?? 500, real.headers);
  real.pipe(answer);
}

/** Headers and one byte leave, then the engine is gone. */
function answerHalf(real: IncomingMessage, answer: ServerResponse, onHalf: () => void): void {
  answer.writeHead(real.statusCode ?? 500, real.headers);
  real.once('data', (chunk: Buffer) => answer.write(chunk.subarray(0, 1), onHalf));
  real.once('end', onHalf);
}
