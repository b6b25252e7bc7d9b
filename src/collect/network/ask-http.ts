import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttp } from 'node:http';
import type Https from 'node:https';

export interface HttpQuestion {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HttpLimits {
  /** For all of it: connecting, headers, body. */
  readonly deadlineMs: number;
  /** Of the body. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export type HttpReply =
  | {
      readonly outcome: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** The body went on after the cap, or broke off. */
      readonly truncated: boolean;
    }
  /** `refused`: nobody listens. `reset`: accepted, then closed without a word. `invalid`: what answers does not speak this scheme. */
  | { readonly outcome: 'refused' | 'timeout' | 'reset' | 'invalid' | 'unreachable' };

const maxHeaders = 100;
const maxHeaderLength = 4096;

/** One request, no redirects, no kept connection; whatever the server does, it ends at the deadline. Never throws. */
export function askHttp(
  question: HttpQuestion,
  { deadlineMs, maxBytes, signal }: HttpLimits,
): Promise<HttpReply> {
  return new Promise((resolve) => {
    const call = start(question);
    /** What is the outcome when time is over: nothing came, or a part of an answer did. */
    let atDeadline: () => HttpReply = () => ({ outcome: 'timeout' });
    const end = (reply: HttpReply): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(reply);
      call.destroy();
    };
    const stop = (): void => {
      end(atDeadline());
    };
    const timer = setTimeout(stop, deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    call.on('error', (error: NodeJS.ErrnoException) => {
      end({ outcome: outcomeOf(error) });
    });
    call.on('upgrade', (response) => {
      end(replyOf(response, [], false));
    });
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      let left = maxBytes;
      atDeadline = () => replyOf(response, chunks, true);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk.subarray(0, left));
        left -= chunk.length;
        if (left < 0) stop();
      });
      response.on('end', () => {
        end(replyOf(response, chunks, false));
      });
      response.on('error', stop);
    });
    call.end();
    if (signal.aborted) stop();
  });
}

function start({ scheme, host, port, method, path, headers }: HttpQuestion): ReturnType<typeof requestHttp> {
  const named = Object.keys(headers).map((name) => name.toLowerCase());
  const defaults = Object.entries({
    // What a browser on the engine's host sends: a server may answer by name.
    Host:
      (port === 80 && scheme === 'http') || (port === 443 && scheme === 'https')
        ? 'localhost'
        : `localhost:${port}`,
    'User-Agent': 'vigie',
    Accept: '*/*',
    'Accept-Encoding': 'identity',
  }).filter(([name]) => !named.includes(name.toLowerCase()));
  const options: RequestOptions = {
    host,
    port,
    method,
    path: encodeURI(path).replaceAll('%25', '%'),
    headers: { ...Object.fromEntries(defaults), ...sendable(headers) },
    agent: false,
    setHost: false,
  };
  if (scheme === 'http') return requestHttp(options);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- TLS costs start-up time that few labs need
  const https = require('node:https') as typeof Https;
  // A course's certificates are self-signed; what is asked here is whether the server answers.
  return https.request({ ...options, rejectUnauthorized: false });
}

/** Node throws on anything else; UTF-8 goes out as its bytes. */
const sendable = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name))
      .map(([name, value]) => [name, Buffer.from(value.replace(/[^\P{Cc}\t]/gu, ' ')).toString('latin1')]),
  );

function replyOf(response: IncomingMessage, chunks: readonly Buffer[], truncated: boolean): HttpReply {
  const headers = Object.entries(response.headers)
    .slice(0, maxHeaders)
    .map(([name, value]) => [name, [value ?? ''].flat().join(', ').slice(0, maxHeaderLength)] as const);
  return {
    outcome: 'answered',
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString(),
    truncated,
  };
}

function outcomeOf({ code = '', message }: NodeJS.ErrnoException): Exclude<HttpReply['outcome'], 'answered'> {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return 'unreachable';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code.startsWith('HPE_') || code === 'EPROTO' || code.startsWith('ERR_SSL') || /\bSSL\b/.test(message))
    return 'invalid';
  return 'reset';
}
