import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { PortFact } from '../../evidence/facts';
import { limits } from '../limits';
import type { Collector, Looking } from '../looking';
import { directAddresses } from '../network/direct-address';
import { tryPort } from '../network/try-port';
import { wayIn } from '../network/way-in';

/** Whether a TCP connection from here gets through: to a container's port by its publication, else to the host's own port. */
export const port: Collector<'port'> = async (request, looking) => {
  const { portsAt } = looking.engine.endpoint;
  if (request.container === undefined) return tryAt(portsAt, request, looking);
  const inspect = await looking.ask({ fact: 'container', name: request.container });
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const way = wayIn(inspect.value, request, portsAt);
  if (way.to === 'nowhere') return { value: { outcome: way.because } };
  const [own] =
    way.by === 'publication' && request.protocol === 'tcp'
      ? directAddresses(inspect.value, looking.engine.endpoint, process.platform)
      : [];
  const [through, direct] = await Promise.all([
    tryAt(way.host, { port: way.port, protocol: request.protocol }, looking),
    own === undefined ? undefined : tryPort(own, request.port, limits.connect.deadlineMs, looking.signal),
  ]);
  // What holds the published port accepts connections at once and may take its time to find out that nobody listens inside.
  const isRefused = direct === 'refused' && 'value' in through && through.value.outcome === 'open';
  return isRefused ? { value: { ...through.value, outcome: 'closed' } } : through;
};

async function tryAt(
  host: string,
  { port: number, protocol }: { readonly port: number; readonly protocol: 'tcp' | 'udp' },
  { signal }: Looking,
): Promise<Fact<PortFact>> {
  const address = `${host.includes(':') ? `[${host}]` : host}:${number}`;
  if (protocol === 'udp') return { value: { address, outcome: 'unproven' } };
  const outcome = await tryPort(host, number, limits.connect.deadlineMs, signal);
  if (signal.aborted) return { fault: fault('cancelled', { call: `connect ${address}` }) };
  return { value: { address, outcome } };
}
