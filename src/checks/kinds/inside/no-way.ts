import type { NoWay } from '../../../evidence/facts';
import { message, type Message } from '../../../messages/message';
import { portRules } from '../container/near-misses/ports';
import { publishedPorts } from '../container/ports';
import { explainAs, type Inside } from './explain-as';
import { notRunning } from './not-running';

export interface WantedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly hostPort?: number | undefined;
}

/** Why a container's port cannot be reached from here, and what is missing for it. */
export function explainNoWay(
  because: NoWay,
  inside: Inside,
  wanted: WantedPort,
): { missing: Message; cause: string } {
  const { name, container, input, look } = inside;
  if (because === 'not-running' || because === 'paused') return notRunning(name, container, input, look);
  return { missing: whyUnpublished(because, inside, wanted), cause: causeOf(name, wanted) };
}

/** All kinds that need a port of a container miss the same thing. */
export const causeOf = (name: string, { port, protocol }: WantedPort): string =>
  `container/${name}/port/${port}/${protocol}`;

function whyUnpublished(because: NoWay, inside: Inside, wanted: WantedPort): Message {
  const port = typed(wanted.port, wanted.protocol);
  const ask = `${wanted.hostPort ?? wanted.port}:${port}`;
  if (because === 'loopback-only') return message('container.loopback-only', { address: '127.0.0.1', ask });
  const miss = { key: 'ports', expected: [ask], seen: publishedPorts(inside.container) };
  return explainAs(miss, portRules, inside) ?? message('container.not-published', { container: port, ask });
}

/** A port as one types it. */
export const typed = (port: number, protocol: string): string =>
  protocol === 'tcp' ? String(port) : `${port}/${protocol}`;
