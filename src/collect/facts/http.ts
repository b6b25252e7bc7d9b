import type { ContainerInspect } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { HttpFact, OriginProof } from '../../evidence/facts';
import type { HttpRequest } from '../../evidence/request';
import { limits } from '../limits';
import type { Collector, Looking } from '../looking';
import { askHttp, type HttpQuestion, type HttpReply } from '../network/ask-http';
import { directAddresses } from '../network/direct-address';
import { follow } from '../network/follow';
import { wayIn } from '../network/way-in';

type Answered = Extract<HttpReply, { outcome: 'answered' }>;

/** How much longer than the answer itself the container's own answer is waited for; it only makes the proof stronger. */
const directGraceMs = 20;

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
  const started = performance.now();
  const direct = way.by === 'publication' ? askDirectly(request, inspect.value, looking) : undefined;
  const reply = await follow(question, request.followRedirects, (next) => ask(next, looking));
  const url = urlOf(question);
  if (looking.signal.aborted) return { fault: fault('cancelled', { call: url }) };
  if (reply.outcome !== 'answered') return { value: { url, outcome: reply.outcome } };
  const origin: OriginProof =
    way.by === 'host-network'
      ? { verdict: 'unknown', by: 'none' }
      : {
          verdict: 'container',
          by: (await isSameAnswer(reply, direct, performance.now() - started))
            ? 'same-answer'
            : 'engine-publication',
        };
  const { status, headers, body, truncated } = reply;
  return { value: { url, outcome: 'answered', status, headers, body, truncated, origin } };
};

const ask = (question: HttpQuestion, { signal }: Looking): Promise<HttpReply> =>
  askHttp(question, { deadlineMs: limits.http.deadlineMs, maxBytes: limits.text, signal });

/** The container is not to be reached: does something else answer where it was expected? */
async function askElsewhere(
  request: HttpRequest,
  host: string,
  looking: Looking,
): Promise<Pick<HttpFact, 'elsewhere'>> {
  const question = questionOf(request, host, request.hostPort ?? request.port);
  const reply = await ask({ ...question, method: 'GET', headers: {} }, looking);
  if (reply.outcome !== 'answered') return {};
  const server = reply.headers['server']?.slice(0, 200);
  const elsewhere = { url: urlOf(question), port: question.port, status: reply.status };
  return { elsewhere: { ...elsewhere, ...(server !== undefined && { server }) } };
}

/**
 * Asks the container on its own address, at the same time as through its publication: together they prove more than either. Only where
 * that address can be reached, and only with GET, since a second request must not do anything twice.
 */
function askDirectly(
  request: HttpRequest,
  inspect: ContainerInspect,
  looking: Looking,
): Promise<HttpReply> | undefined {
  const [address] = directAddresses(inspect, looking.engine.endpoint, process.platform);
  if (address === undefined || request.method !== 'GET' || request.followRedirects) return undefined;
  return ask(questionOf(request, address, request.port), looking);
}

async function isSameAnswer(
  reply: Answered,
  direct: Promise<HttpReply> | undefined,
  tookMs: number,
): Promise<boolean> {
  if (direct === undefined) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, tookMs + directGraceMs);
  });
  const own = await Promise.race([direct, late]);
  clearTimeout(timer);
  return (
    own?.outcome === 'answered' &&
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
