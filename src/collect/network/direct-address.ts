import { isIPv4 } from 'node:net';
import type { ContainerInspect } from '../../evidence/docker';
import type { Endpoint } from '../connect/endpoint';

/**
 * Addresses at which a container can be reached without its publication: only where the engine runs on this very Linux. Docker Desktop keeps
 * its containers in a virtual machine, and what answers there at 172.17.0.2 would be something else.
 */
export function directAddresses(
  { NetworkSettings }: ContainerInspect,
  { transport, source, portsAt }: Endpoint,
  platform: NodeJS.Platform,
): string[] {
  const isHere = transport.kind === 'unix' && platform === 'linux' && portsAt === '127.0.0.1';
  if (!isHere || source.wellKnown === 'docker-desktop' || source.wellKnown === 'docker-rootless') return [];
  return Object.values(NetworkSettings?.Networks ?? {}).flatMap(({ IPAddress: address = '' }) =>
    isIPv4(address) ? [address] : [],
  );
}
