import { fault } from '../../../evidence/fault';
import type { HttpFact } from '../../../evidence/facts';
import type { Request } from '../../../evidence/request';
import { message } from '../../../messages/message';
import { defineKind, type CheckInput, type Look, type Opened } from '../../kind';
import { needsOfNamed, type Container } from '../container/open';
import { causeOf, explainNoWay } from '../inside/no-way';
import { notRunning, openInside } from '../inside/open-inside';
import { attributes, type HttpSeen } from './attributes';
import { explainElsewhere } from './elsewhere';
import { nearMisses } from './near-misses';
import { requestOf, subjectKeys } from './request';
import { whyNobodyListens } from './silence';

export const http = defineKind<HttpSeen>({
  kind: 'http',
  describe:
    'What a container answers to an HTTP request from this machine, sent to the host’s port that the engine published for this container’s ' +
    'port. The answer counts as the container’s own because the engine says so of that port; where the container can also be asked directly, ' +
    'on the same Linux, and answers the same, `origin` says `same-answer`. What answers on a port that this container does not publish never counts.',
  subject: {
    type: 'object',
    describe: 'Which container, and what to ask it.',
    keys: subjectKeys,
    example: { container: 'ubuntu', port: 80, path: '/' },
  },
  parameters: {},
  attributes,
  assertsPresence: true,
  needs: (input) => {
    const request = requestOf(input);
    const needs: readonly Request[] = [...needsOfNamed(request.container), request];
    return needs;
  },
  open: openHttp,
  nearMisses,
});

function openHttp(input: CheckInput, look: Look): Opened<HttpSeen> {
  const request = requestOf(input);
  const { container: name } = request;
  const opened = openInside(name, input, look);
  if (!('found' in opened)) return opened;
  const looked = look(request);
  if ('fault' in looked) return looked;
  const fact: HttpFact = looked.value ?? { outcome: 'not-running' };
  const wanted = { port: request.port, protocol: 'tcp', hostPort: request.hostPort } as const;
  const url = fact.url ?? '';
  const cause = causeOf(name, wanted);
  switch (fact.outcome) {
    case 'answered':
      return { found: { request, fact, wantedHeaders: input.check.keys['headers'] } };
    case 'unreachable':
      return { fault: fault('engine.unreachable', { endpoint: url, detail: 'no way to that address' }) };
    case 'timeout':
      return { missing: message('http.timeout', { name, url }), cause };
    case 'invalid':
      return { missing: message('http.not-http', { url, scheme: request.scheme }), cause };
    case 'refused':
    case 'reset':
      return { missing: whyNobodyListens(name, request.port, url, look), cause };
    default:
      return noWay(fact, name, opened.found, wanted, look);
  }
}

function noWay(
  { outcome, elsewhere }: HttpFact,
  name: string,
  container: Container,
  wanted: Parameters<typeof explainNoWay>[3],
  look: Look,
): Opened<never> {
  // The switch above leaves only these.
  const because = outcome as Parameters<typeof explainNoWay>[0];
  const plain = explainNoWay(because, name, container, wanted);
  if (elsewhere === undefined || because === 'loopback-only') return plain;
  const cause =
    because === 'not-running' || because === 'paused' ? notRunning(name, container).cause : plain.cause;
  return { missing: explainElsewhere(name, because, elsewhere, look), cause };
}
