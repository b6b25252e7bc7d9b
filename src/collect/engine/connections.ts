import { Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type Tls from 'node:tls';
import { inspect } from 'node:util';
import type { TlsMaterial, Transport } from '../connect/endpoint';
import { connectOverSsh } from './ssh-connection';

/** Requests at one time; enough for everything that a plan asks, far below the usual limit of 1024 open files. */
const localConnections = 64;
/** sshd drops log-ins beyond ten at once (MaxStartups), and each costs an ssh process. */
const sshConnections = 4;

/** The answer wants another protocol on this connection than was spoken. */
export class UpgradeError extends Error {
  constructor(status: number) {
    super(`status ${status}: another protocol`);
  }
}

/** What node's agents have and its types do not know: the way in of each request. */
const plainAgent = Agent.prototype as unknown as {
  readonly addRequest: (this: Agent, request: ClientRequest, options: object) => void;
};

/** Keeps connections to one engine and makes new ones, whatever the transport; TLS and ssh are loaded when used. */
export class Connections extends Agent {
  /** At least one connection came about: the engine's host is there. */
  reached = false;
  readonly #transport: Transport;
  readonly #onStale = new WeakSet<Error>();

  constructor(transport: Transport) {
    const sockets = transport.kind === 'ssh' ? sshConnections : localConnections;
    super({ keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets });
    this.#transport = transport;
  }

  /** Node calls this when a request gets a connection that was idle. */
  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    super.reuseSocket(socket, request);
    request.once('error', (error) => this.#onStale.add(error));
  }

  /**
   * Node calls this for each request. Nothing that is asked here changes the protocol; an engine (or what stands in its place) that answers so all
   * the same would leave node's request without a word, and whoever asked waiting for ever.
   */
  addRequest(request: ClientRequest, options: object): void {
    request.once('upgrade', (response: IncomingMessage, socket: Duplex) => {
      socket.on('error', () => undefined); // nobody reads it any more
      socket.destroy();
      request.emit('error', new UpgradeError(response.statusCode ?? 0));
    });
    plainAgent.addRequest.call(this, request, options);
  }

  /** The request had an idle connection, which the engine may have closed in the meantime; a new one may do better. */
  isStale(error: Error): boolean {
    return this.#onStale.has(error);
  }

  /**
   * docker-modem describes each request that it sends for a debug line, shown or not, with its agent down to the last buffer of
   * each connection: that took more time than all else about the requests, and grew with their square.
   */
  [inspect.custom](): string {
    return `connections to the engine (${this.#transport.kind})`;
  }

  dropIdle(): void {
    for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy();
  }

  /** Node calls this for each new connection. What is thrown here, such as bad PEM, must reach the request as its error. */
  override createConnection(
    _: unknown,
    done?: (error: Error | null, socket: Duplex) => void,
  ): Duplex | undefined {
    try {
      const socket = open(this.#transport);
      socket.once('connect', () => (this.reached = true));
      return socket;
    } catch (error) {
      if (!done) throw error;
      done(error as Error, undefined as unknown as Duplex); // with an error, node looks at no socket
      return undefined;
    }
  }
}

function open(transport: Transport): Duplex {
  switch (transport.kind) {
    case 'unix':
    case 'npipe':
      return connect(transport.path);
    case 'tcp':
      return transport.tls
        ? connectTls(transport.host, transport.port, transport.tls)
        : connect(transport.port, transport.host);
    case 'ssh':
      return connectOverSsh(transport);
  }
}

function connectTls(host: string, port: number, material: TlsMaterial): Socket {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- costs start-up time that a local socket need not pay
  const tls = require('node:tls') as typeof Tls;
  const { ca, cert, key, verify } = material;
  return tls.connect({
    host,
    port,
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert, key }),
    rejectUnauthorized: verify,
  });
}
