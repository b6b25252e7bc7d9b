import type { NoWay } from '../../../evidence/facts';
import { message, type Message } from '../../../messages/message';
import type { Container } from '../container/open';
import { publicationsOf } from '../container/ports';
import { notRunning } from './open-inside';

export interface WantedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly hostPort?: number | undefined;
}

/** Why a container's port cannot be reached from here, and what is missing for it. */
export function explainNoWay(
  because: NoWay,
  name: string,
  container: Container,
  wanted: WantedPort,
): { missing: Message; cause: string } {
  if (because === 'not-running' || because === 'paused') return notRunning(name, container);
  return { missing: whyUnpublished(because, name, container, wanted), cause: causeOf(name, wanted) };
}

/** All kinds that need a port of a container miss the same thing. */
export const causeOf = (name: string, { port, protocol }: WantedPort): string =>
  `container/${name}/port/${port}/${protocol}`;

function whyUnpublished(
  because: Exclude<NoWay, 'not-running' | 'paused'>,
  name: string,
  container: Container,
  wanted: WantedPort,
): Message {
  const { inspect } = container;
  const port = typed(wanted.port, wanted.protocol);
  const host = wanted.hostPort ?? wanted.port;
  const ask = `${host}:${port}`;
  const mode = inspect.HostConfig?.NetworkMode ?? '';
  if (because === 'detached')
    return message('container.disconnected', { name, network: /^(default)?$/.test(mode) ? 'bridge' : mode });
  if (because === 'loopback-only') return message('container.loopback-only', { address: '127.0.0.1', ask });
  if (mode === 'none') return message('container.no-network', { ask });

  const rows = publicationsOf(container);
  const samePort = rows.filter((row) => row.containerPort === wanted.port);
  const otherHost = samePort.find((row) => row.protocol === wanted.protocol && row.hostPort !== undefined);
  if (otherHost)
    return message('container.other-host-port', {
      container: port,
      host: String(host),
      seen: String(otherHost.hostPort),
      ask,
    });
  const otherProtocol = samePort.find((row) => row.protocol !== wanted.protocol);
  if (otherProtocol)
    return message('container.other-protocol', {
      seen: otherProtocol.protocol,
      wanted: wanted.protocol,
      ask,
    });
  const sameHost = rows.find((row) => row.hostPort === host && row.protocol === wanted.protocol);
  if (sameHost) {
    const seen = typed(sameHost.containerPort, sameHost.protocol);
    return message('container.other-container-port', { container: port, host: String(host), seen, ask });
  }
  const declared = Object.hasOwn(inspect.Config?.ExposedPorts ?? {}, `${wanted.port}/${wanted.protocol}`);
  return message(declared ? 'container.exposed-only' : 'container.not-published', { container: port, ask });
}

export const typed = (port: number, protocol: string): string =>
  protocol === 'tcp' ? String(port) : `${port}/${protocol}`;
