import { fault } from '../../evidence/fault';
import type { PortFact } from '../../evidence/facts';
import type { RequestOf } from '../../evidence/request';
import { message } from '../../messages/message';
import { defineKind, type CheckInput, type Look, type Opened } from '../kind';
import { needsOfNamed } from './container/open';
import { causeOf, explainNoWay, typed } from './inside/no-way';
import { openInside } from './inside/open-inside';
import { written } from './inside/written';

export const port = defineKind<PortFact>({
  kind: 'port',
  name: { fr: 'port', en: 'port' },
  describe:
    'A port that a connection from this machine reaches: with `of`, a container’s port through its publication, otherwise the host’s own port. ' +
    'Something has to listen behind it: a publication alone accepts connections and closes them. UDP answers nobody who connects, so ' +
    'of a UDP port only its publication is looked at.',
  subject: {
    type: 'string',
    describe: 'The port’s number; `53/udp` for UDP.',
    example: 80,
  },
  parameters: {
    of: {
      type: 'string',
      describe: 'The container whose port it is; its own number, not the host’s.',
      example: 'ubuntu',
    },
    'host-port': {
      type: 'integer',
      describe: 'With `of`: only a publication on this port of the host will do; any by default.',
      minimum: 1,
      maximum: 65535,
      example: 80,
    },
  },
  attributes: {
    address: {
      name: { fr: 'adresse', en: 'address' },
      type: 'string',
      shape: 'one',
      describe: 'Where it was reached.',
      example: '127.0.0.1:80',
      read: ({ address }) => ({ value: address }),
    },
  },
  assertsPresence: true,
  needs: (input) => {
    const request = requestOf(input);
    return request.container === undefined ? [request] : [...needsOfNamed(request.container), request];
  },
  open: (input, look) => {
    const request = requestOf(input);
    const fact = look(request);
    if (request.container === undefined) return 'fault' in fact ? fact : hostPort(fact.value, request);
    return containerPort(request.container, request, input, look);
  },
  nearMisses: [],
});

type PortRequest = RequestOf<'port'>;

function requestOf({ check }: CheckInput): PortRequest {
  const [number = '', protocol = 'tcp'] = written(check.subject).split('/');
  const of = check.keys['of'];
  const hostPort = check.keys['host-port'];
  return {
    fact: 'port',
    port: Number(number),
    protocol: protocol === 'udp' ? 'udp' : 'tcp',
    ...(typeof of === 'string' && { container: of, ...(typeof hostPort === 'number' && { hostPort }) }),
  };
}

function hostPort(fact: PortFact | null, request: PortRequest): Opened<PortFact> {
  const port = typed(request.port, request.protocol);
  if (fact === null) return { missing: message('port.closed', { port }) };
  switch (fact.outcome) {
    case 'open':
    case 'unproven':
      return { found: fact };
    case 'unreachable':
      return unreachable(fact);
    case 'timeout':
      return { missing: message('port.timeout', { port, address: fact.address ?? '' }) };
    case 'refused':
    case 'closed':
      return { missing: message('port.closed', { port }) };
    case 'unpublished':
    case 'not-running':
    case 'paused':
    case 'loopback-only':
    case 'detached':
      throw new Error(`The host's own port was said to be ${fact.outcome}.`);
  }
}

function containerPort(name: string, request: PortRequest, input: CheckInput, look: Look): Opened<PortFact> {
  const opened = openInside(name, input, look);
  if (!('found' in opened)) return opened;
  const looked = look(request);
  if ('fault' in looked) return looked;
  const fact = looked.value ?? { outcome: 'not-running' as const };
  const port = typed(request.port, request.protocol);
  const { address = '' } = fact;
  switch (fact.outcome) {
    case 'open':
    case 'unproven':
      return { found: fact };
    case 'unreachable':
      return unreachable(fact);
    case 'timeout':
      return { missing: message('port.timeout', { port, address }), cause: causeOf(name, request) };
    case 'closed':
    case 'refused':
      return {
        missing: message('port.nobody-listens', { name, port, address }),
        cause: causeOf(name, request),
      };
    case 'unpublished':
    case 'not-running':
    case 'paused':
    case 'loopback-only':
    case 'detached':
      return explainNoWay(fact.outcome, { name, container: opened.found, input, look }, request);
  }
}

/** No way to the engine's host at all: not the student's doing. */
const unreachable = ({ address = '' }: PortFact): Opened<never> => ({
  fault: fault('engine.unreachable', { endpoint: address, detail: 'no way to that address' }),
});
