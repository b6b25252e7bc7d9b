import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Endpoint } from '../../src/collect/connect/endpoint';

/** One answer of a real engine, as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Base 64. */
  readonly body: string;
}
/** What an engine answered to each question of one look. */
export type Recording = Readonly<Record<string, RawAnswer>>;

export interface Socket {
  readonly path: string;
  [Symbol.dispose](): void;
}
/** Of one question: `undefined` answers as it was recorded. */
export type Answering = (
  endpoint: string,
  recorded: RawAnswer,
) => ((request: IncomingMessage, response: ServerResponse) => void) | undefined;

const unsaid = new Set(['transfer-encoding', 'connection', 'date', 'keep-alive']);

/** The question, without what differs from look to look: IDs of execs, times, marks. */
async function keyOf(message: IncomingMessage): Promise<{ readonly key: string; readonly body: string }> {
  let body = '';
  for await (const chunk of message) body += String(chunk);
  const { pathname, searchParams } = new URL(message.url ?? '', 'http://engine');
  const path = pathname.replace(/^\/exec\/\w+/, '/exec/ID');
  const what = searchParams.get('path') ?? searchParams.get('tail') ?? '';
  const mark = body.includes('["vigie"') ? ' mark' : '';
  return { key: `${message.method} ${path} ${what}${mark}`.trimEnd(), body };
}

/** `GET /containers/ID/json` of `GET /containers/ubuntu/json`. */
export const endpointOf = (key: string): string =>
  key
    .replace(/ mark$/, '')
    .replace(/(\/archive|\/logs) .*$/, '$1')
    .replace(/(\/containers\/)[^/]+(\/)/, '$1ID$2')
    .replace(/(\/images\/)\S+(\/(?:json|history|get))/, '$1NAME$2')
    .replace(/(\/distribution\/)\S+(\/json)/, '$1NAME$2');

async function serve(
  handle: (key: string, body: string, message: IncomingMessage, response: ServerResponse) => void,
): Promise<Socket> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-recorded-'));
  const path = join(folder, 'engine.sock');
  const server = createServer((message, response) => {
    message.socket.on('error', () => undefined);
    response.on('error', () => undefined);
    void keyOf(message).then(({ key, body }) => {
      handle(key, body, message, response);
    });
  });
  server.on('clientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    path,
    [Symbol.dispose]: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stands before a real engine and writes down what it answers. */
export async function recordingProxy(engine: string): Promise<Socket & { readonly recording: Recording }> {
  const recording: Record<string, RawAnswer> = {};
  const socket = await serve((key, body, { method, url, headers }, response) => {
    const forward = request(
      { socketPath: engine, method, path: url, headers: { ...headers, connection: 'close' } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const kept = Object.entries(answer.headers).filter(([name]) => !unsaid.has(name));
          const said = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
          recording[key] = { status: answer.statusCode ?? 0, headers: said, body: bytes.toString('base64') };
          response.writeHead(answer.statusCode ?? 0, said);
          response.end(method === 'HEAD' ? undefined : bytes);
        });
      },
    );
    forward.on('error', () => response.destroy());
    forward.end(body);
  });
  return { ...socket, recording };
}

/** Answers each question as it was answered once, or as `answering` wants it. */
export const recordedEngine = (recording: Recording, answering: Answering): Promise<Socket> =>
  serve((key, _body, message, response) => {
    const recorded = recording[key] ?? unasked(key);
    const other = answering(endpointOf(key), recorded);
    if (other) other(message, response);
    else answerAs(recorded, message, response);
  });

export function answerAs(recorded: RawAnswer, { method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(recorded.status, recorded.headers);
  response.end(method === 'HEAD' ? undefined : Buffer.from(recorded.body, 'base64'));
}

const unasked = (key: string): RawAnswer => ({
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message: `not recorded: ${key}` })).toString('base64'),
});

export const endpointAt = (path: string): Endpoint => ({
  url: `unix://${path}`,
  transport: { kind: 'unix', path },
  source: { origin: 'option-host' },
  portsAt: '127.0.0.1',
});

export const fixtureOf = (lab: string): string => join(__dirname, '../fixtures/looks', `${lab}.json.gz`);
export const readRecording = (lab: string): Recording =>
  JSON.parse(gunzipSync(readFileSync(fixtureOf(lab))).toString()) as Recording; // written by `recordedLook`
