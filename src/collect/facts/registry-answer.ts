import type { Fact } from '../../evidence/evidence';
import { fault, type Fault } from '../../evidence/fault';
import { canonical, type ImageReference } from '../../text/image-reference';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import { failed, messageOf } from '../engine/call-name';
import { admit } from '../engine/door';
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
  const { status } = answer;
  const words = messageOf(answer.body);
  if (status < 400 || words.trim() === '' || words.trim().startsWith('<')) {
    const fact = admit(call, answer, { shape: answerShapes.distribution });
    return 'fault' in fact ? fact : { value: fact.value.Descriptor.digest };
  }
  const unsupported = failed(call, answer);
  if (unsupported?.code === 'unsupported') return { fault: unsupported };
  return status === 404 && notServed.test(words) ? { value: null } : { fault: refusal(name, status, words) };
}

/** A registry's own words, which the engine hands on. */
const notServed =
  /(?:manifest|name|repository name|blob) (?:unknown|invalid)|not known to registry|: not found$|no such manifest/i;

/** Go's words when the network is the trouble; measured with a dead mirror, no name server, no route, and dropped packets. */
const network =
  /no such host|dial tcp|unreachable|connection re(fused|set)|timeout|deadline exceeded|request canceled|TLS handshake|x509|EOF/i;

/** Which refusal it is. The engine hands the registry's own status on, or makes a 500 of it: then only the words tell. */
function refusal(name: string, status: number, detail: string): Fault {
  if (status === 429 || /toomanyrequests|rate limit/i.test(detail))
    return fault('registry.rate-limited', { name, detail });
  if (/\b(denied|unauthorized)\b/i.test(detail)) return fault('registry.denied', { name, detail });
  return network.test(detail)
    ? fault('registry.unreachable', { name, detail })
    : fault('registry.failed', { name, status, detail });
}
