import { fault, type Fault, type FaultCode } from '../../evidence/fault';
import type { Alternative } from '../../evidence/fault-engine';
import { answeringAlternatives } from './alternatives';
import type { Endpoint } from './endpoint';
import { installedPrograms } from './installed';
import { socketRights } from './socket-rights';
import { wellKnownSockets } from './well-known';
import type { World } from './world';

/** Faults after which another engine of the machine is worth looking for. */
const unreachable: ReadonlySet<FaultCode> = new Set([
  'engine.socket-absent',
  'engine.permission-denied',
  'engine.refused',
  'engine.not-answering',
  'engine.host-unresolved',
  'engine.unreachable',
  'engine.ssh-failed',
  'engine.connection-lost',
]);

/**
 * Turns the fault of a first contact into the one that helps: tells "not installed" from "not running", says whose the socket is,
 * and whether the wrong engine was chosen (others are asked, a second at most). Other faults come back as they are.
 */
export async function explainUnreachable(world: World, endpoint: Endpoint, found: Fault): Promise<Fault> {
  if (!unreachable.has(found.code)) return found;
  const installed = installedPrograms(world);
  const alternatives = await answeringAlternatives(world, endpoint);
  if (found.code === 'engine.permission-denied') return explainPermission(world, found, alternatives);
  if (isWrongContext(endpoint, installed, alternatives)) return wrongContext(endpoint, found, alternatives);
  if (found.code !== 'engine.socket-absent') return found;
  const isNothingThere = endpoint.source.origin === 'default' && installed.length === 0;
  if (!isNothingThere) return fault('engine.socket-absent', { ...found.args, installed });
  const looked = wellKnownSockets(world).map(({ path }) => path);
  return fault('engine.not-installed', { platform: world.platform, looked });
}

function explainPermission(
  world: World,
  found: Extract<Fault, { code: 'engine.permission-denied' }>,
  alternatives: readonly Alternative[],
): Fault {
  const who = socketRights(world, found.args.socket);
  return fault('engine.permission-denied', {
    ...found.args,
    ...(who && { who }),
    ...(alternatives.length > 0 && { alternatives }),
  });
}

/**
 * Distributions switch podman's socket on by themselves, so one that answers says nothing about where a student of Docker worked:
 * it counts where somebody chose the silent engine, or where there is no docker.
 */
function isWrongContext(
  endpoint: Endpoint,
  installed: readonly string[],
  alternatives: readonly Alternative[],
): boolean {
  const isChosen = endpoint.source.origin !== 'default';
  return alternatives.some(
    ({ flavour }) => flavour === 'docker' || isChosen || !installed.includes('docker'),
  );
}

function wrongContext(endpoint: Endpoint, found: Fault, alternatives: readonly Alternative[]): Fault {
  const { origin, context } = endpoint.source;
  return fault('engine.wrong-context', {
    endpoint: endpoint.url,
    origin,
    ...(context !== undefined && { context }),
    why: found.code,
    alternatives,
  });
}
