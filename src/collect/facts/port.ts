import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { PortFact } from '../../evidence/facts';
import { limits } from '../limits';
import type { Collector, Looking } from '../looking';
import { directAddresses } from '../network/direct-address';
import { tryPort, type PortOutcome } from '../network/try-port';
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
    way.by === 'publication' ? directAddresses(inspect.value, looking.engine.endpoint, process.platform) : [];
  // What holds the published port accepts connections at once and may take its time to find out that nobody listens inside.
  const isRefusedInside = async (): Promise<boolean> =>
    own !== undefined && (await tryOnce(own, request.port, looking)) === 'refused';
  return tryAt(way.host, { port: way.port, protocol: request.protocol }, looking, isRefusedInside);
};

const tryOnce = (host: string, port: number, { signal }: Looking, doubt?: () => Promise<boolean>) =>
  tryPort(host, port, { deadlineMs: limits.connect.deadlineMs, signal, ...(doubt && { doubt }) });

async function tryAt(
  host: string,
  { port: number, protocol }: { readonly port: number; readonly protocol: 'tcp' | 'udp' },
  looking: Looking,
  doubt?: () => Promise<boolean>,
): Promise<Fact<PortFact>> {
  const address = `${host.includes(':') ? `[${host}]` : host}:${number}`;
  if (protocol === 'udp') return { value: { address, outcome: 'unproven' } };
  await looking.pagesRead();
  const outcome = await looking.turns.at<PortOutcome>(
    `${host}:${number}`,
    async ({ answered }) => (answered ? 'open' : tryOnce(host, number, looking, doubt)),
    (came) => came === 'timeout',
  );
  if (looking.signal.aborted) return { fault: fault('cancelled', { call: `connect ${address}` }) };
  return { value: { address, outcome } };
}
