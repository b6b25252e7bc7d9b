import type { FaultArgs } from '../../evidence/fault';
import type { TlsMaterial, Transport } from './endpoint';

type Problem = FaultArgs['engine.host-invalid']['problem'];
/** TLS material is added afterwards, since it is read from files. */
export type ParsedHost = Transport | { readonly problem: Problem; readonly meant?: string };

export const dockerSocket = '/var/run/docker.sock';
export const dockerPipe = '//./pipe/docker_engine';

/**
 * Reads the text of DOCKER_HOST, `--host` or a context's Host as the docker CLI does (docker/cli `opts/hosts.go` and
 * `cli/connhelper/ssh`): `HOST:PORT` alone is tcp and a path alone is a socket, an empty path is the default socket, an empty host is this machine, tcp's
 * default port depends on `tls`.
 */
export function parseHost(text: string, platform: string, tls?: TlsMaterial): ParsedHost {
  const value = text.trim();
  const meant = meantBy(value);
  if (meant !== undefined) return { problem: 'syntax', meant };
  const split = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(value);
  const scheme = split?.[1]?.toLowerCase() ?? (/^\.?\//.test(value) ? 'unix' : 'tcp');
  const rest = split?.[2] ?? value;
  switch (scheme) {
    case 'unix':
      if (rest !== '' && !rest.startsWith('/'))
        return { problem: 'path', meant: `unix:///${rest.replace(/^\.\//, '')}` };
      return { kind: 'unix', path: rest || dockerSocket };
    case 'npipe':
      if (platform !== 'win32') return { problem: 'npipe-elsewhere' };
      return { kind: 'npipe', path: rest || dockerPipe };
    case 'tcp':
      return parseTcp(rest, tls);
    case 'ssh':
      return parseSsh(rest);
    case 'fd':
      return { problem: 'fd' };
    default:
      return { problem: 'unknown-scheme' };
  }
}

/** The address in a value that docker takes for something else: with its quotes still around it, or with one slash too few. */
function meantBy(value: string): string | undefined {
  const quoted = /^(["'])(.*)\1$/s.exec(value)?.[2];
  if (quoted !== undefined) return quoted;
  const path = /^unix:(\/(?!\/).*)$/s.exec(value)?.[1];
  return path === undefined ? undefined : `unix://${path}`;
}

function parseTcp(rest: string, tls?: TlsMaterial): ParsedHost {
  const url = parseAuthority(/^(?::|\/|$)/.test(rest) ? `localhost${rest}` : rest);
  if (!url || url.username || url.password || url.search || url.hash) return { problem: 'syntax' };
  const port = url.port === '' ? (tls ? 2376 : 2375) : Number(url.port);
  return {
    kind: 'tcp',
    host: bare(url.hostname),
    port,
    prefix: url.pathname.replace(/\/+$/, ''),
    ...(tls && { tls }),
  };
}

function parseSsh(rest: string): ParsedHost {
  const url = parseAuthority(rest);
  if (!url || url.hostname.startsWith('-') || url.password || url.search || url.hash)
    return { problem: 'syntax' };
  const user = decode(url.username);
  const socket = decode(url.pathname);
  if (user === undefined || user.startsWith('-') || socket === undefined) return { problem: 'syntax' };
  return {
    kind: 'ssh',
    host: bare(url.hostname),
    ...(url.port !== '' && { port: Number(url.port) }),
    ...(user !== '' && { user }),
    ...(socket !== '' && socket !== '/' && { socket }),
  };
}

/** Not a scheme that URL knows: http's rules would drop its default port 80. */
function parseAuthority(rest: string): URL | undefined {
  const url = URL.canParse(`engine://${rest}`) ? new URL(`engine://${rest}`) : undefined;
  return url && url.hostname !== '' && /^[^\s%]+$/.test(url.hostname) ? url : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a stray percent sign
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** The transport as DOCKER_HOST would name it. */
export function hostUrl(transport: Transport): string {
  switch (transport.kind) {
    case 'unix':
    case 'npipe':
      return `${transport.kind}://${transport.path}`;
    case 'tcp':
      return `tcp://${bracketed(transport.host)}:${transport.port}${transport.prefix}`;
    case 'ssh': {
      const user = transport.user === undefined ? '' : `${encodeURIComponent(transport.user)}@`;
      const port = transport.port === undefined ? '' : `:${transport.port}`;
      return `ssh://${user}${bracketed(transport.host)}${port}${transport.socket ?? ''}`;
    }
  }
}

export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** What stands before an @ may be a password: it is never shown. */
export const withoutCredentials = (host: string): string => host.replace(/\/\/[^/]*@/, '//…@');
