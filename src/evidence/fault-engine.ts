/** Where the choice of an engine came from; `default` is the first well-known socket that is there. */
export type EndpointOrigin =
  | 'option-host' // our own --host
  | 'option-context' // our own --context
  | 'env-host' // DOCKER_HOST
  | 'env-context' // DOCKER_CONTEXT
  | 'config' // currentContext of config.json: the one that `docker context use` chose
  | 'default';

/** Another engine of this machine that does answer while the chosen one does not. */
export interface Alternative {
  /** As DOCKER_HOST would name it. */
  readonly endpoint: string;
  /** The context to `docker context use`; absent for a well-known socket that no context names. */
  readonly context?: string;
  readonly flavour: 'docker' | 'podman';
}

/** Docker's port without encryption (2375) where encryption is asked for, or the one with it (2376) where none is. */
export type PortMismatch = 'plain-port' | 'tls-port';

/** Who asks, and whose the socket is. */
export interface SocketRights {
  readonly user: string;
  readonly uid: number;
  /** Names (or numbers) of the groups that this session has. */
  readonly groups: readonly string[];
  /** The next three are absent when even looking at the socket is forbidden. */
  readonly owner?: string;
  readonly group?: string;
  /** Four octal digits, such as `0660`. */
  readonly mode?: string;
  /**
   * `new-login`: `group` already lists the user, the session does not have it yet: log out and in again (or `newgrp GROUP`);
   * `join-group`: `sudo usermod -aG GROUP USER`, then a new login;
   * `other-owner`: the socket is another user's (`owner`), no group may use it: use one's own engine, or become that user;
   * `mode`: owner or group match and it is refused all the same (mode, a folder above, AppArmor): restart the engine.
   */
  readonly remedy: 'new-login' | 'join-group' | 'other-owner' | 'mode';
}

/**
 * Faults of finding and reaching an engine. `endpoint` is always as DOCKER_HOST would name it, without credentials.
 * Each says the remedy in one line, for whoever writes its text.
 */
export interface EngineFaults {
  /** No socket and no docker, dockerd or podman program. Remedy: install Docker, or try the disposable engine of `npm run demo`. */
  'engine.not-installed': { platform: string; looked: readonly string[] };
  /**
   * The socket is not there: the engine does not run. Remedy: start the service (`sudo systemctl start docker`; Docker Desktop: open it;
   * `systemctl --user start podman.socket`), or correct DOCKER_HOST or the context when `origin` says that the socket was chosen so.
   * `installed`: the programs found, of docker, dockerd, podman, docker-desktop.
   */
  'engine.socket-absent': {
    endpoint: string;
    origin: EndpointOrigin;
    platform: string;
    installed?: readonly string[];
  };
  /** The socket is not for this user. Remedy by `who.remedy`, see `SocketRights`; without `who`: `sudo usermod -aG docker USER`, then a new login. */
  'engine.permission-denied': {
    endpoint: string;
    socket: string;
    platform: string;
    who?: SocketRights;
    /** Engines that this user may use at this moment. */
    alternatives?: readonly Alternative[];
  };
  /** The socket file is there (or the host is up), nobody listens: the engine was killed. Remedy: start the engine again. */
  'engine.refused': { endpoint: string; origin: EndpointOrigin; platform: string; port?: PortMismatch };
  /** It accepts the connection and then says nothing. Remedy: restart the engine (`sudo systemctl restart docker`), look at its log. */
  'engine.not-answering': { endpoint: string; deadlineMs: number };
  /** Another engine of this machine answers. Remedy: `docker context use CONTEXT`, or unset DOCKER_HOST / DOCKER_CONTEXT (see `origin`). */
  'engine.wrong-context': {
    endpoint: string;
    origin: EndpointOrigin;
    context?: string;
    /** Code of the fault that the chosen engine alone would have given. */
    why: string;
    alternatives: readonly Alternative[];
  };
  /** No context has that name. Remedy: one of `known` (`docker context ls`), or create it. */
  'engine.unknown-context': { context: string; origin: EndpointOrigin; known: readonly string[] };
  /** The context's meta.json cannot be read or is not what it must be. Remedy: `docker context rm CONTEXT` and create it again. */
  'engine.context-broken': {
    context?: string;
    file: string;
    problem: 'unreadable' | 'not-json' | 'no-docker-endpoint';
    detail: string;
  };
  /** Not an address of an engine. Remedy: correct the value, such as `unix:///var/run/docker.sock`, `tcp://HOST:2376` or `ssh://USER@HOST`. */
  'engine.host-invalid': {
    host: string;
    origin: EndpointOrigin;
    problem: 'syntax' | 'unknown-scheme' | 'fd' | 'npipe-elsewhere' | 'path';
    /** The address that was most likely meant. */
    meant?: string;
  };
  /** The name of the engine's host is unknown. Remedy: correct the name, check the network. */
  'engine.host-unresolved': { endpoint: string; host: string };
  /** No way to that host, or it drops packets. Remedy: check network, VPN, firewall; is the machine on? */
  'engine.unreachable': { endpoint: string; detail: string };
  /**
   * Remedy by `problem`: `untrusted`: ca.pem is not the one that signed the server's certificate; `expired`: renew certificates (or set the clock);
   * `wrong-name`: use the name that the certificate has; `client-refused`: cert.pem/key.pem are missing or not accepted;
   * `server-plain`: the engine speaks without TLS there: unset DOCKER_TLS_VERIFY or use its TLS port (2376);
   * `server-tls`: the engine wants TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.
   */
  'engine.tls-refused': {
    endpoint: string;
    problem:
      'untrusted' | 'expired' | 'wrong-name' | 'client-refused' | 'server-plain' | 'server-tls' | 'other';
    detail: string;
  };
  /** A certificate file cannot be used. Remedy: DOCKER_CERT_PATH (or the context's tls folder) must hold ca.pem, cert.pem and key.pem. */
  'engine.tls-files': {
    file: string;
    problem: 'missing' | 'unreadable' | 'not-pem' | 'key-mismatch';
    detail: string;
    port?: PortMismatch;
  };
  /**
   * Remedy by `problem`: `no-ssh`: install an ssh client; `auth`: `ssh HOST` must work without a question (keys, agent);
   * `host-key`: run `ssh HOST` once and accept the key; `unreachable`, `unresolved`: check name and network; `no-docker`: docker is not installed there.
   */
  'engine.ssh-failed': {
    endpoint: string;
    problem: 'no-ssh' | 'auth' | 'host-key' | 'unreachable' | 'unresolved' | 'no-docker' | 'other';
    detail: string;
  };
  /** Remedy: update the engine to one that offers API `needed` (Docker 17.12 or newer). */
  'engine.too-old': { version: string; apiVersion: string; needed: string };
  /** The connection broke off, also in the middle of an answer: the engine stopped. Remedy: start it, grade again. */
  'engine.connection-lost': { call: string; detail: string };
  /** 5xx. Remedy: the engine's own message says more; restart it if this stays. */
  'engine.failed': { call: string; status: number; message: string };
  /** Not what the API promises. Remedy: is it an engine that listens there, and not a proxy or a web server? */
  'engine.answer-invalid': { call: string; detail: string };
}
