import type { Agent, IncomingMessage } from 'node:http';
import type Docker from 'dockerode';
import type { Call } from './engine';

/** The one place that loads dockerode: its modem makes the HTTP request out of a call. */
export interface Dialer {
  /** Calls back once, with the answer whose body is still to be read, or with node's error. */
  dial(
    call: Call,
    signal: AbortSignal,
    done: (error: Error | null, response?: IncomingMessage) => void,
  ): void;
}

/** The modem turns a status that it is not told to accept into an error, and loses the body. */
const everyStatus = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [n + 100, true]));

/**
 * No `version`: paths then carry none, and each engine answers in its newest API (Docker 29 refuses < 1.44, 20.10 ends at 1.41).
 * `socketPath` only makes the modem leave the address alone: the agent decides where a connection leads.
 */
export function openDialer(agent: Agent, headers: Readonly<Record<string, string>>, prefix: string): Dialer {
  const modem = withoutDockerHost((): Modem => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when an engine is first asked, not before
    const DockerApi = require('dockerode') as typeof Docker;
    const options = { socketPath: '/engine', protocol: 'http' as const, agent }; // its types do not know `agent`
    return new DockerApi(options).modem as Modem; // typed `any` over there
  });
  return {
    dial: (call, signal, done) => {
      modem.dial({ ...dialOptions(call, headers, prefix), abortSignal: signal }, done);
    },
  };
}

/** What is used of docker-modem, which is no dependency of ours by itself. With `isStream` it hands over node's response. */
interface Modem {
  dial(options: object, done: (error: Error | null, response?: IncomingMessage) => void): void;
}

function dialOptions(call: Call, headers: Readonly<Record<string, string>>, prefix: string): object {
  const query = queryOf(call);
  const isFile = Buffer.isBuffer(call.body);
  return {
    // The modem appends the query itself; it would cut the last character off a path with `?` and no query.
    path: prefix + call.path + (Object.keys(query).length > 0 ? '?' : ''),
    method: call.method,
    headers: { ...headers, ...call.headers },
    options: { _query: query, _body: isFile ? {} : (call.body ?? {}) },
    ...(isFile && { file: call.body }),
    statusCodes: everyStatus,
    isStream: true,
  };
}

function queryOf(call: Call): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [key, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) query[key] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return query;
}

/** The modem reads DOCKER_HOST and DOCKER_CERT_PATH by itself, over what it is told, and throws when they are wrong. */
function withoutDockerHost<T>(make: () => T): T {
  const host = process.env['DOCKER_HOST'];
  delete process.env['DOCKER_HOST'];
  try {
    return make();
  } finally {
    if (host !== undefined) process.env['DOCKER_HOST'] = host;
  }
}
