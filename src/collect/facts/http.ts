import type { ContainerInspect } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { HttpFact, OriginProof } from '../../evidence/facts';
import type { HttpRequest } from '../../evidence/request';
import type { Collector, Looking } from '../looking';
import type { HttpReply } from '../network/ask-http';
import { askInTurn } from '../network/ask-in-turn';
import { directAddresses } from '../network/direct-address';
import { follow } from '../network/follow';
import type { HttpQuestion } from '../network/http-question';
import { wayIn } from '../network/way-in';

type Answered = Extract<HttpReply, { outcome: 'answered' }>;

/** One HTTP request from here to a container's port, through its publication. */
export const http: Collector<'http'> = async (request, looking) => {
  const inspect = await looking.ask({ fact: 'container', name: request.container });
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const { portsAt } = looking.engine.endpoint;
  const way = wayIn(inspect.value, { ...request, protocol: 'tcp' }, portsAt);
  if (way.to === 'nowhere') {
    const elsewhere = way.because === 'loopback-only' ? {} : await askElsewhere(request, portsAt, looking);
    return { value: { outcome: way.because, ...elsewhere } };
  }

  const question = questionOf(request, way.host, way.port);
  const reply = await follow(question, request.followRedirects, (next) => askInTurn(next, looking));
  const url = urlOf(question);
  if (looking.signal.aborted) return { fault: fault('cancelled', { call: url }) };
  if (reply.outcome !== 'answered') return { value: { url, outcome: reply.outcome } };
  const origin: OriginProof =
    way.by === 'host-network'
      ? { verdict: 'unknown', by: 'none' }
      : {
          verdict: 'container',
          by: (await saysTheSame(reply, request, inspect.value, looking))
            ? 'same-answer'
            : 'engine-publication',
        };
  return { value: { url, ...reply, origin } };
};

/** The container is not to be reached: does something else answer where it was expected? */
async function askElsewhere(
  request: HttpRequest,
  host: string,
  looking: Looking,
): Promise<Pick<HttpFact, 'elsewhere'>> {
  const question = questionOf(request, host, request.hostPort ?? request.port);
  const reply = await askInTurn({ ...question, method: 'GET', headers: {} }, looking);
  if (reply.outcome !== 'answered') return {};
  const server = reply.headers['server']?.slice(0, 200);
  const elsewhere = { url: urlOf(question), port: question.port, status: reply.status };
  return { elsewhere: { ...elsewhere, ...(server !== undefined && { server }) } };
}

/**
 * Whether the container says the same on its own address. Only where a check wants to know, since it costs the server a second request, after the
 * first was answered; where that address can be reached; and with GET, since a second request must not do anything twice.
 */
async function saysTheSame(
  reply: Answered,
  request: HttpRequest,
  inspect: ContainerInspect,
  looking: Looking,
): Promise<boolean> {
  const [address] = directAddresses(inspect, looking.engine.endpoint, process.platform);
  const { ownWord, method, followRedirects, port } = request;
  if (ownWord !== true || address === undefined || method !== 'GET' || followRedirects) return false;
  const own = await askInTurn(questionOf(request, address, port), looking);
  return (
    own.outcome === 'answered' &&
    own.status === reply.status &&
    own.body === reply.body &&
    own.headers['server'] === reply.headers['server']
  );
}

const questionOf = (request: HttpRequest, host: string, port: number): HttpQuestion => {
  const { scheme, method, path, headers } = request;
  return { scheme, method, path, headers, host, port };
};

const urlOf = ({ scheme, host, port, path }: HttpQuestion): string =>
  `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
