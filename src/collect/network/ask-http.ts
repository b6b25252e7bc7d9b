import { connect, isIP, type Socket } from 'node:net';
import type Tls from 'node:tls';
import { decodeBody } from './decode-body';
import { hostOf, requestText, type HttpQuestion } from './http-question';
import { readAnswer, type RawAnswer } from './read-answer';

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
      /** Not all headers were kept, or not all of them came. */
      readonly headersTruncated?: true;
      readonly body: string;
      /** The body went on after the cap, or broke off. */
      readonly truncated: boolean;
    }
  /** `refused`: nobody listens. `reset`: accepted, then closed without a word. `invalid`: what answers does not speak this scheme. */
  | { readonly outcome: 'refused' | 'timeout' | 'reset' | 'invalid' | 'unreachable' };

/** One request, no redirects, no kept connection; whatever the server does, it ends at the deadline. Never throws. */
export function askHttp(
  question: HttpQuestion,
  { deadlineMs, maxBytes, signal }: HttpLimits,
): Promise<HttpReply> {
  return new Promise((resolve) => {
    const reader = readAnswer(question.method, maxBytes);
    const socket = connectTo(question);
    /** `otherwise`: where nothing of an answer came. */
    const end = (otherwise: Exclude<HttpReply['outcome'], 'answered'>, closed = false): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.removeAllListeners().on('error', ignore).destroy();
      const answer = otherwise === 'invalid' ? undefined : reader.answer(closed);
      resolve(answer ? replyOf(answer, maxBytes) : { outcome: otherwise });
    };
    const stop = (): void => {
      end('timeout');
    };
    const timer = setTimeout(stop, deadlineMs);
    signal.addEventListener('abort', stop, { once: true });
    socket.on(question.scheme === 'https' ? 'secureConnect' : 'connect', () => {
      socket.write(requestText(question));
    });
    socket.on('data', (bytes: Buffer) => {
      const state = reader.take(bytes);
      if (state !== 'more') end(state === 'invalid' ? 'invalid' : 'reset');
    });
    socket.on('end', () => {
      end('reset', true);
    });
    socket.on('close', () => {
      end('reset');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      end(outcomeOf(error));
    });
    if (signal.aborted) stop();
  });
}

/** A connection that is being given up may still break; nobody is told. */
const ignore = (): void => undefined;

function connectTo(question: HttpQuestion): Socket {
  const { scheme, host, port } = question;
  if (scheme === 'http') return connect({ host, port });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- TLS costs start-up time that few labs need
  const tls = require('node:tls') as typeof Tls;
  const name = hostOf(question).replace(/:\d+$/, '');
  // A course's certificates are self-signed; what is asked here is whether the server answers.
  return tls.connect({
    host,
    port,
    rejectUnauthorized: false,
    ...(isIP(name) === 0 && { servername: name }),
  });
}

async function replyOf(answer: RawAnswer, maxBytes: number): Promise<HttpReply> {
  const { status, headers, truncated } = answer;
  return {
    outcome: 'answered',
    status,
    headers,
    ...(truncated && { headersTruncated: true }),
    ...(await decodeBody(answer, maxBytes)),
  };
}

function outcomeOf({ code = '', message }: NodeJS.ErrnoException): Exclude<HttpReply['outcome'], 'answered'> {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return 'unreachable';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || /\bSSL\b/.test(message)) return 'invalid';
  return 'reset';
}
