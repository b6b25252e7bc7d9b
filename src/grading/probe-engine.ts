import { explainUnreachable } from '../collect/connect/explain-unreachable';
import type { Endpoint } from '../collect/connect/endpoint';
import { findEndpoint, type Preferences } from '../collect/connect/find-endpoint';
import type { World } from '../collect/connect/world';
import { identify, type Identity } from '../collect/engine/identify';
import { openEngine } from '../collect/engine/open-engine';
import type { Fault } from '../evidence/fault';

/** What a first contact with the engine came to. */
export interface Probe {
  /** Absent when not even an address was found. */
  readonly endpoint?: Endpoint;
  readonly engine: Identity | Fault;
}

/** Asks the engine who it is, and nothing else. */
export async function probeEngine(world: World, preferences: Preferences): Promise<Probe> {
  const endpoint = findEndpoint(world, preferences);
  if ('code' in endpoint) return { engine: endpoint };
  const engine = openEngine(endpoint);
  try {
    const identity = await identify(engine);
    if ('code' in identity) return { endpoint, engine: await explainUnreachable(world, endpoint, identity) };
    return { endpoint, engine: identity };
  } finally {
    engine.close();
  }
}
