import type { Alternative } from '../../evidence/fault-engine';
import { openEngine } from '../engine/open-engine';
import { contextNames } from './contexts';
import type { Endpoint } from './endpoint';
import { endpointAt, fromContext } from './find-endpoint';
import { isSocket, wellKnownSockets } from './well-known';
import type { World } from './world';

const probeMs = 1000;

/** Engines of this machine, other than `chosen`, that answer a ping within a second; contexts first, each engine once. */
export async function answeringAlternatives(world: World, chosen: Endpoint): Promise<readonly Alternative[]> {
  const byUrl = new Map<string, Endpoint>();
  for (const endpoint of candidates(world)) {
    if (endpoint.url !== chosen.url && !byUrl.has(endpoint.url)) byUrl.set(endpoint.url, endpoint);
  }
  const probed = await Promise.all([...byUrl.values()].map(probe));
  return probed.filter((alternative) => alternative !== undefined);
}

/** Not those over ssh: a diagnosis must not log in somewhere. */
function candidates(world: World): readonly Endpoint[] {
  const contexts = contextNames(world)
    .map((name) => fromContext(world, name, 'config'))
    .filter((endpoint) => 'transport' in endpoint)
    .filter(({ transport }) => transport.kind !== 'ssh');
  const sockets = wellKnownSockets(world)
    .filter(({ path }) => isSocket(world, path))
    .map(({ path, whose }) =>
      endpointAt(world, { kind: 'unix', path }, { origin: 'default', wellKnown: whose }),
    );
  return [...contexts, ...sockets];
}

async function probe(endpoint: Endpoint): Promise<Alternative | undefined> {
  const engine = openEngine(endpoint);
  const ping = await engine.request(
    { method: 'GET', path: '/_ping', as: 'text' },
    { deadlineMs: probeMs, maxBytes: 10_000 },
  );
  engine.close();
  if (!ping.ok || ping.status !== 200 || ping.headers['api-version'] === undefined) return undefined;
  const { context, wellKnown } = endpoint.source;
  // The first socket of all is what the CLI calls the context `default`.
  const name = context ?? (wellKnown === 'docker' ? 'default' : undefined);
  const flavour = 'libpod-api-version' in ping.headers ? 'podman' : 'docker';
  return { endpoint: endpoint.url, flavour, ...(name !== undefined && { context: name }) };
}
