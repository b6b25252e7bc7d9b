import type ChildProcess from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Transport } from '../connect/endpoint';

type Ssh = Extract<Transport, { kind: 'ssh' }>;

/** How the ssh program ended: `code` `ssh`, `detail` what it printed. */
export class SshError extends Error {
  readonly code = 'ssh';
  readonly exitCode: number | null;
  readonly detail: string;

  constructor(exitCode: number | null, detail: string) {
    super(`ssh ended with ${exitCode}: ${detail}`);
    this.exitCode = exitCode;
    this.detail = detail;
  }
}

const stderrCap = 2000;

/**
 * The arguments of `ssh`, as the docker CLI gives them (docker/cli `cli/connhelper`), and BatchMode: nobody is there to answer a
 * question. The user's own ssh, and not dockerode's ssh2, since only it honours ~/.ssh/config, agents, jump hosts and known_hosts.
 */
export function sshArguments({ host, port, user, socket }: Ssh): readonly string[] {
  return [
    ...['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=30', '-T'],
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...['--', host, 'docker'],
    // The remote side is a shell's command line.
    ...(socket === undefined ? [] : ['--host', `'unix://${socket.replaceAll("'", `'\\''`)}'`]),
    ...['system', 'dial-stdio'],
  ];
}

/** A connection through `ssh HOST docker system dial-stdio`. */
export function connectOverSsh(ssh: Ssh): Duplex {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who uses ssh pays for loading it
  const { spawn } = require('node:child_process') as typeof ChildProcess;
  return new SshSocket(spawn('ssh', sshArguments(ssh), { stdio: 'pipe', env: process.env }));
}

/** A child's stdin and stdout as one socket, with the methods of a socket that node's http agent calls. */
class SshSocket extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams;
  #stderr = '';

  constructor(child: ChildProcessWithoutNullStreams) {
    super();
    this.#child = child;
    child.stdout.once('data', () => this.emit('connect'));
    child.stdout.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) child.stdout.pause();
    });
    child.stderr.on(
      'data',
      (chunk: Buffer) => (this.#stderr = (this.#stderr + chunk.toString()).slice(-stderrCap)),
    );
    child.on('error', (error) => this.destroy(error));
    child.stdin.on('error', () => undefined); // ssh has gone: `close` follows and says why
    child.on('close', (code) => {
      if (code === 0) this.push(null);
      else this.destroy(new SshError(code, this.#stderr.trim()));
    });
  }

  override _read(): void {
    this.#child.stdout.resume();
  }
  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#child.stdin.write(chunk, () => {
      done();
    }); // an error is told by `close`
  }
  override _final(done: () => void): void {
    this.#child.stdin.end(done);
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#child.kill();
    for (const pipe of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) pipe.destroy();
    done(error);
  }

  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  /** An idle connection must not keep the process from ending. */
  unref(): this {
    this.#handles().forEach((handle) => handle.unref());
    return this;
  }
  ref(): this {
    this.#handles().forEach((handle) => handle.ref());
    return this;
  }
  #handles(): readonly { ref(): unknown; unref(): unknown }[] {
    const { stdin, stdout, stderr } = this.#child;
    return [this.#child, ...([stdin, stdout, stderr] as unknown as Socket[])]; // pipes of a child are sockets
  }
}
