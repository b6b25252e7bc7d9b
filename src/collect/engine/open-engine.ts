import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { fault, type Fault } from '../../evidence/fault';
import type { Endpoint } from '../connect/endpoint';
import { bracketed } from '../connect/parse-host';
import { bodyStream, readWhole } from './body';
import { callName } from './call-name';
import { classify } from './classify';
import { Connections } from './connections';
import { decode } from './decode';
import { openDialer, type Dialer } from './dockerode';
import type { Answer, Body, BodyKind, BodyStream, Call, Engine, Limits } from './engine';
import { runExec } from './exec';
import { startGuard, type Guard } from './guard';

/** Opens the port to an engine. Nothing is connected, and dockerode not loaded, before the first request. */
export function openEngine(endpoint: Endpoint): Engine {
  const connections = new Connections(endpoint.transport);
  const underWay = new Set<Guard>();
  let dialer: Dialer | undefined;
  let closed = false;

  async function start(call: Call, limits: Limits): Promise<Answer<BodyStream>> {
    const name = callName(call);
    const cancelled = fault('cancelled', { call: name });
    if (closed || limits.signal?.aborted) return { ok: false, fault: cancelled };
    const classifyHere = (error: Error) =>
      classify(error, { endpoint, call: name, platform: process.platform });
    // Before the clock starts: loading dockerode takes longer than some deadlines.
    try {
      dialer ??= openDialer(connections, hostHeader(endpoint), prefixOf(endpoint));
    } catch (error) {
      if (!isExhausted(error)) throw error;
      return { ok: false, fault: classifyHere(error) };
    }
    const guard = startGuard({
      ...limits,
      cancelled,
      onDeadline: () => deadlineFault(endpoint, connections.reached, name, limits.deadlineMs),
      onEnd: () => underWay.delete(guard),
    });
    underWay.add(guard);
    let dialed = await dial(dialer, call, guard.signal);
    if ('error' in dialed && connections.isStale(dialed.error) && isRepeatable(call) && !guard.fault()) {
      connections.dropIdle();
      dialed = await dial(dialer, call, guard.signal);
    }
    if ('error' in dialed) {
      guard.release();
      return { ok: false, fault: guard.fault() ?? classifyHere(dialed.error) };
    }
    const { response } = dialed;
    const body = bodyStream(response, {
      call: name,
      maxBytes: limits.maxBytes,
      guard,
      classify: classifyHere,
    });
    return { ok: true, status: response.statusCode ?? 0, headers: plainHeaders(response.headers), body };
  }

  async function request<K extends BodyKind>(call: Call<K>, limits: Limits): Promise<Answer<Body[K]>> {
    const answer = await start(call, limits);
    // `as` decides the type of the body, which TypeScript cannot follow through a generic key.
    return (answer.ok && call.as !== 'stream' ? await whole(answer, call) : answer) as Answer<Body[K]>;
  }

  return {
    endpoint,
    request,
    exec: (command, limits) => runExec(request, command, limits),
    close: () => {
      closed = true;
      for (const guard of [...underWay]) guard.cancel();
      connections.destroy();
    },
  };
}

type Started = Extract<Answer<BodyStream>, { ok: true }>;

async function whole(answer: Started, call: Call): Promise<Answer<Body[BodyKind]>> {
  const bytes = await readWhole(answer.body);
  if (!Buffer.isBuffer(bytes)) return { ok: false, fault: bytes };
  const decoded = decode(call.as as Exclude<BodyKind, 'stream'>, answer.status, bytes); // streams were handed over before
  if ('body' in decoded) return { ...answer, body: decoded.body };
  return {
    ok: false,
    fault: fault('engine.answer-invalid', { call: callName(call), detail: decoded.problem }),
  };
}

/** No more files can be opened at this moment, dockerode's own neither. */
const isExhausted = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE');

/** Asking twice changes nothing. */
const isRepeatable = ({ method }: Call): boolean => method === 'GET' || method === 'HEAD';

type Dialed = { readonly response: IncomingMessage } | { readonly error: Error };

/** Settles at the guard's end at the latest: node tells nothing of a request whose connection was taken for something else. */
const dial = (dialer: Dialer, call: Call, signal: AbortSignal): Promise<Dialed> =>
  new Promise((resolve) => {
    const ended = () => {
      resolve({ error: new Error('ended') });
    };
    if (signal.aborted) ended();
    signal.addEventListener('abort', ended, { once: true });
    dialer.dial(call, signal, (error, response) => {
      resolve(response ? { response } : { error: error ?? new Error('no response') });
    });
  });

/** A host that lets no connection come about is unreachable, whatever its engine does. A local socket connects at once or never. */
function deadlineFault(endpoint: Endpoint, reached: boolean, call: string, deadlineMs: number): Fault {
  const remote = 'host' in endpoint.transport;
  if (remote && !reached)
    return fault('engine.unreachable', {
      endpoint: endpoint.url,
      detail: `no connection within ${deadlineMs} ms`,
    });
  return fault('deadline', { call, deadlineMs });
}

function hostHeader({ transport }: Endpoint): Readonly<Record<string, string>> {
  return transport.kind === 'tcp' ? { Host: `${bracketed(transport.host)}:${transport.port}` } : {};
}

const prefixOf = ({ transport }: Endpoint): string => (transport.kind === 'tcp' ? transport.prefix : '');

function plainHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const pairs = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>; // pairs of strings
}
