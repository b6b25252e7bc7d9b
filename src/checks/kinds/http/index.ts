import { fault } from '../../../evidence/fault';
import type { HttpFact, NoWay } from '../../../evidence/facts';
import type { Request } from '../../../evidence/request';
import { message } from '../../../messages/message';
import { defineKind, type CheckInput, type Look, type Opened } from '../../kind';
import { needsOfNamed } from '../container/open';
import type { Inside } from '../inside/explain-as';
import { causeOf, explainNoWay, type WantedPort } from '../inside/no-way';
import { openInside } from '../inside/open-inside';
import { attributes, type HttpSeen } from './attributes';
import { explainElsewhere } from './elsewhere';
import { nearMisses } from './near-misses';
import { requestOf, subjectKeys } from './request';
import { whyNobodyListens } from './silence';

export const http = defineKind<HttpSeen>({
  kind: 'http',
  name: { fr: 'page web', en: 'web page' },
  describe:
    'What a container answers to an HTTP request from this machine, sent to the host’s port that the engine published for this container’s ' +
    'port. The answer counts as the container’s own because the engine says so of that port. What answers on a port that this container does not ' +
    'publish never counts. What curl or a browser would show is an answer, however odd it is. One check asks one time; checks of one server ' +
    'ask one after the other.',
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
    case 'unpublished':
    case 'not-running':
    case 'paused':
    case 'loopback-only':
    case 'detached':
      return noWay(fact.outcome, fact, { name, container: opened.found, input, look }, wanted);
  }
}

/** What answers in the container's place says more than why it cannot answer itself. */
function noWay(because: NoWay, { elsewhere }: HttpFact, inside: Inside, wanted: WantedPort): Opened<never> {
  const plain = explainNoWay(because, inside, wanted);
  if (elsewhere === undefined || because === 'loopback-only') return plain;
  // Who answers is the right one under another name: it must not be stopped.
  if (plain.missing.code === 'container.name-kept-by-attempt') return plain;
  return { ...plain, missing: explainElsewhere(inside, because, elsewhere) };
}
