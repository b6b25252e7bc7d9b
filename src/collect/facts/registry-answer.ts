import type { Fact } from '../../evidence/evidence';
import { fault, type Fault } from '../../evidence/fault';
import { canonical, type ImageReference } from '../../text/image-reference';
import { isJsonObject, type Json } from '../../text/json';
import { failed, messageOf } from '../engine/call-name';
import type { Answer, Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Looking } from '../looking';
import { encodeReference } from './image-path';

/** The digest that the registry serves for this name; `null`: it does not serve it. */
export async function askRegistry(
  reference: ImageReference,
  { engine, signal }: Looking,
): Promise<Fact<string | null>> {
  const name = canonical(reference);
  const call: Call<'json'> = {
    method: 'GET',
    path: `/distribution/${encodeReference(name)}/json`,
    as: 'json',
  };
  const answer = await engine.request(call, within(limits.registry, signal));
  if (!answer.ok)
    return {
      fault:
        answer.fault.code === 'deadline'
          ? fault('registry.unreachable', { name, detail: `${limits.registry.deadlineMs} ms` })
          : answer.fault,
    };
  if (answer.status !== 200) return readRefusal(name, reference, call, answer);
  const digest = digestOf(answer.body);
  const detail = 'no digest';
  return digest === undefined
    ? { fault: fault('registry.failed', { name, status: 200, detail }) }
    : { value: digest };
}

function digestOf(body: Json): string | undefined {
  const descriptor = isJsonObject(body) ? body['Descriptor'] : undefined;
  const digest = isJsonObject(descriptor) ? descriptor['digest'] : undefined;
  return typeof digest === 'string' ? digest : undefined;
}

type Refusal = Extract<Answer<unknown>, { ok: true }>;

/**
 * What a refusal says. A 404 is an answer: not served there. Docker Hub answers 401 or 403 ("denied") for repositories that do not exist as well as for
 * private ones; its official images are never private, so among those it means "does not exist", elsewhere nothing is known.
 */
function readRefusal(name: string, reference: ImageReference, call: Call, answer: Refusal): Fact<null> {
  const detail = messageOf(answer.body);
  const unsupported = failed(call, answer);
  if (unsupported?.code === 'unsupported') return { fault: unsupported };
  if (answer.status === 404) return { value: null };
  if (answer.status === 429 || /toomanyrequests|rate limit/i.test(detail))
    return { fault: fault('registry.rate-limited', { name, detail }) };
  if (answer.status === 401 || answer.status === 403 || /\b(denied|unauthorized)\b/i.test(detail)) {
    const isOfficial = reference.domain === 'docker.io' && reference.path.startsWith('library/');
    return isOfficial ? { value: null } : { fault: fault('registry.denied', { name, detail }) };
  }
  return { fault: troubleOf(name, answer.status, detail) };
}

/** Go's words when the network is the trouble; measured with a dead mirror, no name server, no route, and dropped packets. */
const network =
  /no such host|dial tcp|unreachable|connection re(fused|set)|timeout|deadline exceeded|request canceled|TLS handshake|x509|EOF/i;

function troubleOf(name: string, status: number, detail: string): Fault {
  return network.test(detail)
    ? fault('registry.unreachable', { name, detail })
    : fault('registry.failed', { name, status, detail });
}
