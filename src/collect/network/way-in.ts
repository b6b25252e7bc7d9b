import type { ContainerInspect } from '../../evidence/docker';
import type { NoWay } from '../../evidence/facts';
import { isRunning } from '../facts/running';

/** How a port of a container is reached from here, as far as the engine tells. */
export type WayIn =
  | {
      readonly to: 'address';
      readonly host: string;
      readonly port: number;
      readonly by: 'publication' | 'host-network';
    }
  | { readonly to: 'nowhere'; readonly because: NoWay };

export interface WantedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  /** Only a publication on this port of the host will do. */
  readonly hostPort?: number | undefined;
}

const everyAddress = ['', '0.0.0.0', '::'];
const isLoopback = (host: string): boolean => /^(127\.|::1$|localhost$)/.test(host);

/** `portsAt`: the host at which this engine's published ports are reached from here. */
export function wayIn(inspect: ContainerInspect, wanted: WantedPort, portsAt: string): WayIn {
  const { port, protocol, hostPort } = wanted;
  if (inspect.State?.Paused === true) return nowhere('paused');
  if (!isRunning(inspect)) return nowhere('not-running');
  if (inspect.HostConfig?.NetworkMode === 'host')
    return { to: 'address', host: portsAt, port, by: 'host-network' };

  const rows = (inspect.NetworkSettings?.Ports?.[`${port}/${protocol}`] ?? [])
    .map((row) => ({ ip: row.HostIp ?? '', port: Number(row.HostPort ?? 0) }))
    .filter((row) => row.port > 0 && (hostPort === undefined || row.port === hostPort));
  const [row] = rows.sort((a, b) => rank(a.ip) - rank(b.ip) || a.port - b.port);
  if (row === undefined) return nowhere(isDetached(inspect) ? 'detached' : 'unpublished');
  if (isLoopback(row.ip) && !isLoopback(portsAt)) return nowhere('loopback-only');
  const host = everyAddress.includes(row.ip)
    ? row.ip === '::' && isLoopback(portsAt)
      ? '::1'
      : portsAt
    : row.ip;
  return { to: 'address', host, port: row.port, by: 'publication' };
}

const nowhere = (because: NoWay): WayIn => ({ to: 'nowhere', because });

/** One publication on all addresses gives an IPv4 row and an IPv6 row: the first is what `localhost` means to most. */
function rank(ip: string): number {
  if (ip === '' || ip === '0.0.0.0') return 0;
  return everyAddress.includes(ip) ? 2 : 1;
}

function isDetached({ HostConfig, NetworkSettings }: ContainerInspect): boolean {
  const asked = Object.values(HostConfig?.PortBindings ?? {}).some((rows) => (rows?.length ?? 0) > 0);
  return asked && Object.keys(NetworkSettings?.Networks ?? {}).length === 0;
}
