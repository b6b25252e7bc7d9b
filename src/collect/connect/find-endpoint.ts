import { fault, type Fault } from '../../evidence/fault';
import type { EndpointOrigin } from '../../evidence/fault-engine';
import { configFolder, contextNames, currentContext, readContext, type Context } from './contexts';
import type { Endpoint, EndpointSource, TlsMaterial, Transport } from './endpoint';
import { dockerPipe, dockerSocket, hostUrl, parseHost, withoutCredentials } from './parse-host';
import { readTls } from './read-tls';
import { isSocket, wellKnownSockets } from './well-known';
import type { World } from './world';

/** What the user asked of Vigie itself; stands before all that the docker CLI looks at. */
export interface Preferences {
  readonly host?: string;
  readonly context?: string;
}

/**
 * Finds the engine that the docker CLI would talk to: DOCKER_HOST, DOCKER_CONTEXT, the current context, a well-known socket,
 * in this order. Reads files, connects to nothing.
 */
export function findEndpoint(world: World, preferences: Preferences = {}): Endpoint | Fault {
  if (preferences.host) return fromHost(world, preferences.host, { origin: 'option-host' });
  if (preferences.context) return fromContext(world, preferences.context, 'option-context');
  if (world.env['DOCKER_HOST']) return fromHost(world, world.env['DOCKER_HOST'], { origin: 'env-host' });
  if (world.env['DOCKER_CONTEXT']) return fromContext(world, world.env['DOCKER_CONTEXT'], 'env-context');
  const current = currentContext(world);
  return current === undefined ? byDefault(world) : fromContext(world, current, 'config');
}

/** TLS as DOCKER_TLS_VERIFY, DOCKER_TLS and DOCKER_CERT_PATH say: any value, also `0`, switches it on, as in the docker CLI. */
function fromHost(world: World, host: string, source: EndpointSource): Endpoint | Fault {
  const verify = Boolean(world.env['DOCKER_TLS_VERIFY']);
  const wantsTls = verify || Boolean(world.env['DOCKER_TLS']);
  const plain = parseHost(host, world.platform);
  if (!wantsTls || !('kind' in plain) || plain.kind !== 'tcp') return endpointOf(world, host, plain, source);
  const tls = readTls(world, {
    folder: world.env['DOCKER_CERT_PATH'] || configFolder(world),
    verify,
    caRequired: true,
  });
  if (!('code' in tls)) return endpointOf(world, host, parseHost(host, world.platform, tls), source);
  // Before certificates are looked for: perhaps none are needed there.
  return tls.code === 'engine.tls-files' && plain.port === 2375
    ? fault('engine.tls-files', { ...tls.args, port: 'plain-port' })
    : tls;
}

/** The endpoint of a context; `default` is no context but what there is without one. */
export function fromContext(world: World, name: string, origin: EndpointOrigin): Endpoint | Fault {
  if (name === 'default') return byDefault(world);
  const context = readContext(world, name);
  if (context === undefined)
    return fault('engine.unknown-context', { context: name, origin, known: contextNames(world) });
  if ('code' in context) return context;
  const tls = contextTls(world, context);
  if (tls !== undefined && 'code' in tls) return tls;
  const host = context.host || `unix://${dockerSocket}`;
  return endpointOf(world, host, parseHost(host, world.platform, tls), { origin, context: name });
}

function contextTls(world: World, context: Context): TlsMaterial | Fault | undefined {
  const has = world.list(context.tlsFolder).length > 0;
  if (!has && !context.skipTlsVerify) return undefined;
  return readTls(world, { folder: context.tlsFolder, verify: !context.skipTlsVerify, caRequired: false });
}

function byDefault(world: World): Endpoint {
  const source = { origin: 'default' } as const;
  if (world.platform === 'win32') return endpointAt(world, { kind: 'npipe', path: dockerPipe }, source);
  const found = wellKnownSockets(world).find(({ path }) => isSocket(world, path));
  const { path, whose } = found ?? { path: dockerSocket, whose: 'docker' as const };
  return endpointAt(world, { kind: 'unix', path }, { ...source, wellKnown: whose });
}

function endpointOf(
  world: World,
  host: string,
  parsed: ReturnType<typeof parseHost>,
  source: EndpointSource,
): Endpoint | Fault {
  if ('kind' in parsed) return endpointAt(world, parsed, source);
  return fault('engine.host-invalid', {
    host: withoutCredentials(host),
    origin: source.origin,
    problem: parsed.problem,
    ...(parsed.meant !== undefined && { meant: withoutCredentials(parsed.meant) }),
  });
}

/** An endpoint with what follows from its transport. */
export function endpointAt(world: World, transport: Transport, source: EndpointSource): Endpoint {
  const near = transport.kind === 'unix' || transport.kind === 'npipe';
  return {
    url: hostUrl(transport),
    transport,
    source,
    portsAt: world.env['VIGIE_PORTS_AT'] || (near ? '127.0.0.1' : transport.host),
  };
}
