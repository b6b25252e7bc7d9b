import type { Fact } from '../../evidence/evidence';
import { fault, type Fault } from '../../evidence/fault';
import { canonical, type ImageReference } from '../../text/image-reference';
import { isJsonObject, type Json } from '../../text/json';
import { failed, messageOf } from '../engine/call-name';
import type { Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Looking } from '../looking';
import { encodeReference } from './image-path';

/** The digest that the registry serves for this name; `null`: it does not serve it. */
export async function askRegistry(reference: ImageReference, looking: Looking): Promise<Fact<string | null>> {
  const answer = await askOnce(reference, looking);
  if (!('fault' in answer) || answer.fault.code !== 'registry.denied' || !isOfficial(reference))
    return answer;
  // Docker Hub denies what does not exist. But so does whoever denies everything: what everybody may have tells these apart.
  const known = await askOnce(knownToEverybody, looking);
  return 'fault' in known ? answer : { value: null };
}

const knownToEverybody: ImageReference = { domain: 'docker.io', path: 'library/hello-world', tag: 'latest' };

/** Official images are never private. */
const isOfficial = ({ domain, path }: ImageReference): boolean =>
  domain === 'docker.io' && path.startsWith('library/');

async function askOnce(reference: ImageReference, { engine, signal }: Looking): Promise<Fact<string | null>> {
  const name = canonical(reference);
  const call: Call<'json'> = {
    method: 'GET',
    path: `/distribution/${encodeReference(name)}/json`,
    as: 'json',
  };
  const answer = await engine.request(call, within(limits.registry, signal));
  if (!answer.ok) {
    const detail = `${limits.registry.deadlineMs} ms`;
    const isLate = answer.fault.code === 'deadline';
    return { fault: isLate ? fault('registry.unreachable', { name, detail }) : answer.fault };
  }
  const { status, body } = answer;
  if (status === 200) return digestIn(body, name);
  const unsupported = failed(call, answer);
  if (unsupported?.code === 'unsupported') return { fault: unsupported };
  return status === 404 ? { value: null } : { fault: refusal(name, status, messageOf(body)) };
}

function digestIn(body: Json, name: string): Fact<string> {
  const descriptor = isJsonObject(body) ? body['Descriptor'] : undefined;
  const digest = isJsonObject(descriptor) ? descriptor['digest'] : undefined;
  return typeof digest === 'string'
    ? { value: digest }
    : { fault: fault('registry.failed', { name, status: 200, detail: 'no digest' }) };
}

/** Go's words when the network is the trouble; measured with a dead mirror, no name server, no route, and dropped packets. */
const network =
  /no such host|dial tcp|unreachable|connection re(fused|set)|timeout|deadline exceeded|request canceled|TLS handshake|x509|EOF/i;

/** Which refusal it is. The engine hands the registry's own status on, or makes a 500 of it: then only the words tell. */
function refusal(name: string, status: number, detail: string): Fault {
  if (status === 429 || /toomanyrequests|rate limit/i.test(detail))
    return fault('registry.rate-limited', { name, detail });
  if (status === 401 || status === 403 || /\b(denied|unauthorized)\b/i.test(detail))
    return fault('registry.denied', { name, detail });
  return network.test(detail)
    ? fault('registry.unreachable', { name, detail })
    : fault('registry.failed', { name, status, detail });
}
