import type { PortMap } from '../../../evidence/docker';
import {
  formatPublication,
  mergeFamilies,
  type Protocol,
  type Publication,
} from '../../../text/published-port';
import type { Container } from './container';
import { stateOf } from './state';

/**
 * What leads from the host to the container at this moment, one entry for each host address. Nothing while it does not run: a container whose start failed
 * because the port is taken has asked for the port, and does not have it; one that crashes again and again has it now and then. On the host's own network nothing is
 * published: its ports answer, but not because of `-p`.
 */
export function publicationsOf(container: Container): Publication[] {
  return holdsPorts(container) ? published(container.inspect.NetworkSettings?.Ports ?? {}) : [];
}

/** A paused container keeps its ports; nobody answers there. */
export const holdsPorts = (container: Container): boolean =>
  ['running', 'paused'].includes(stateOf(container) ?? '');

/** What `-p` and `-P` asked for, whatever became of it. */
export function requestedBy({ inspect }: Pick<Container, 'inspect'>): Publication[] {
  const host = inspect.HostConfig;
  const asked = entriesOf(host?.PortBindings ?? {}).map(({ containerPort, protocol, HostIp, HostPort }) => {
    const [first = '', last] = (HostPort ?? '').split('-');
    return {
      ...(HostIp !== undefined && HostIp !== '' && HostIp !== '0.0.0.0' && { hostIp: HostIp }),
      ...(Number(first) > 0 && { hostPort: Number(first) }),
      ...(Number(first) > 0 && last !== undefined && { hostPortEnd: Number(last) }),
      containerPort,
      protocol,
    };
  });
  if (host?.PublishAllPorts !== true) return asked.sort(byPort);
  const named = new Set(asked.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`));
  const exposed = Object.keys(inspect.Config?.ExposedPorts ?? {}).filter((key) => !named.has(key));
  return [...asked, ...exposed.flatMap(parsePort)].sort(byPort);
}

/** As one would type them after `-p`, in a stable order. */
export const publishedPorts = (container: Container): string[] =>
  publicationsOf(container).map(formatPublication);

export const requestedPorts = (container: Container): string[] =>
  requestedBy(container).map(formatPublication);

function published(map: PortMap): Publication[] {
  const rows = entriesOf(map).map(({ containerPort, protocol, HostIp, HostPort }) => ({
    hostIp: HostIp ?? '',
    hostPort: Number(HostPort ?? 0),
    containerPort,
    protocol,
  }));
  return mergeFamilies(rows).flatMap(({ hostIps, hostPort, containerPort, protocol }) =>
    // Every IPv4 address is what `-p` gives without an address; IPv6 rows come and go with the host.
    hostIps.includes('0.0.0.0')
      ? [{ hostPort, containerPort, protocol }]
      : hostIps.map((hostIp) => ({ hostIp, hostPort, containerPort, protocol })),
  );
}

function entriesOf(map: PortMap) {
  return Object.entries(map).flatMap(([key, bindings]) =>
    parsePort(key).flatMap((port) => (bindings ?? []).map((binding) => ({ ...port, ...binding }))),
  );
}

/** `80/tcp`; anything else is no port. */
function parsePort(key: string): { readonly containerPort: number; readonly protocol: Protocol }[] {
  const [, port, protocol] = /^(\d+)(?:\/(tcp|udp|sctp))?$/.exec(key) ?? [];
  // The pattern allows these three only.
  return port === undefined
    ? []
    : [{ containerPort: Number(port), protocol: (protocol ?? 'tcp') as Protocol }];
}

const byPort = (a: Publication, b: Publication): number =>
  a.containerPort - b.containerPort || (a.hostPort ?? 0) - (b.hostPort ?? 0);
