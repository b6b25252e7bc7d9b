import { message } from '../../../../messages/message';
import type { Message } from '../../../../messages/message';
import type { Json } from '../../../../text/json';
import { isJsonObject } from '../../../../text/json';
import {
  covers,
  formatPublication,
  parsePublication,
  type Publication,
} from '../../../../text/published-port';
import type { Container } from '../container';
import { publicationsOf, requestedBy } from '../ports';
import { literalsIn, missOf, nameOf, type Rule } from './rule';

/** One port that should be published, and is not as asked. */
interface Unmet {
  readonly want: Publication;
  /** As one would type it after `-p`. */
  readonly ask: string;
  /** `80`, `53/udp`. */
  readonly container: string;
  /** Empty: any. */
  readonly host: string;
  readonly seen: readonly Publication[];
  readonly resource: Container;
}
type PortRule = (unmet: Unmet) => Message | undefined;

const every = '0.0.0.0';
const inside = ({ containerPort, protocol }: Publication): string =>
  protocol === 'tcp' ? String(containerPort) : `${containerPort}/${protocol}`;
const sameInside = (a: Publication, b: Publication): boolean =>
  a.containerPort === b.containerPort && a.protocol === b.protocol;

/** `8000`, or `8000-8010`; empty: any. */
const onHost = ({ hostPort, hostPortEnd }: Publication): string =>
  [hostPort ?? [], hostPortEnd ?? []].flat().join('-');
const isOnHostPort = ({ hostPort: first, hostPortEnd: last = first }: Publication, port?: number): boolean =>
  first === undefined || last === undefined || (port !== undefined && first <= port && port <= last);

const network: PortRule = ({ resource: { inspect }, ask, want }) => {
  const mode = inspect.HostConfig?.NetworkMode ?? '';
  if (mode === 'host') return message('container.host-network', { ask });
  if (mode === 'none') return message('container.no-network', { ask });
  if (mode.startsWith('container:')) return message('container.shared-network', { ask });
  const attached = Object.keys(inspect.NetworkSettings?.Networks ?? {}).length;
  const wasAsked = requestedBy({ inspect }).some((asked) => isCovered(want, asked));
  if (inspect.State?.Running !== true || attached > 0 || !wasAsked) return undefined;
  return message('container.disconnected', {
    name: nameOf(inspect),
    network: mode === 'default' ? 'bridge' : mode,
  });
};

/** Asked for when it was created, and it leads nowhere: a network that publishes nothing, or a port that had become another's when the network came back. */
const notInForce: PortRule = ({ want, seen, resource: { inspect } }) => {
  const asked = requestedBy({ inspect }).find((one) => sameInside(one, want));
  if (asked === undefined || seen.some((one) => sameInside(one, want))) return undefined;
  const networks = Object.keys(inspect.NetworkSettings?.Networks ?? {}).sort();
  return networks.length === 0
    ? undefined
    : message('container.port-not-in-force', {
        name: nameOf(inspect),
        asked: formatPublication(asked),
        networks,
      });
};

/** `-P` and nothing else: it publishes what the image declares. */
const allOfNone: PortRule = ({ container, ask, seen, resource: { inspect } }) =>
  inspect.HostConfig?.PublishAllPorts === true && seen.length === 0
    ? message('container.publish-all-of-none', { container, ask })
    : undefined;

const otherAddress: PortRule = ({ want, seen, ask }) => {
  const same = seen.find((one) => sameInside(one, want) && isOnHostPort(want, one.hostPort));
  if (!same) return undefined;
  const { hostIp = every } = same;
  if (want.hostIp !== undefined && hostIp === every)
    return message('container.every-address', { address: want.hostIp, ask });
  if (/^127\.|^::1$/.test(hostIp)) return message('container.loopback-only', { address: hostIp, ask });
  return hostIp === '::'
    ? message('container.ipv6-only', { ask })
    : message('container.one-address-only', { address: hostIp, ask });
};

const otherHostPort: PortRule = ({ want, seen, ask, container, host, resource }) => {
  const same = seen.find((one) => sameInside(one, want));
  if (!same || isOnHostPort(want, same.hostPort)) return undefined;
  const asked = requestedBy(resource).filter((one) => sameInside(one, want));
  const isRandom = asked.length > 0 && asked.every(({ hostPort }) => hostPort === undefined);
  if (isRandom || same.hostPort === undefined)
    return message('container.random-host-port', {
      container,
      host,
      ask,
      ...(same.hostPort !== undefined && { seen: String(same.hostPort) }),
    });
  return message('container.other-host-port', { container, host, seen: String(same.hostPort), ask });
};

const otherProtocol: PortRule = ({ want, seen, ask }) => {
  const same = seen.find(
    (one) =>
      one.containerPort === want.containerPort &&
      one.hostPort === want.hostPort &&
      one.protocol !== want.protocol,
  );
  if (!same) return undefined;
  const [shown, wanted] = [same.protocol.toUpperCase(), want.protocol.toUpperCase()];
  return message('container.other-protocol', { seen: shown, wanted, ask });
};

const swapped: PortRule = ({ want, seen, ask }) => {
  const same = seen.find(
    (one) =>
      one.hostPort === want.containerPort &&
      one.containerPort === want.hostPort &&
      want.hostPort !== want.containerPort,
  );
  return same && message('container.ports-swapped', { seen: formatPublication(same), ask });
};

const otherContainerPort: PortRule = ({ want, seen, ask, container, host }) => {
  const same = seen.find((one) => want.hostPort !== undefined && isOnHostPort(want, one.hostPort));
  return same && message('container.other-container-port', { container, host, seen: inside(same), ask });
};

const exposedOnly: PortRule = ({ want, ask, container, seen, resource: { inspect } }) => {
  const key = `${want.containerPort}/${want.protocol}`;
  const isExposed = Object.hasOwn(inspect.Config?.ExposedPorts ?? {}, key);
  // `-p 443:443` alone: what else the image declares is not what went wrong.
  return isExposed && seen.length === 0 ? message('container.exposed-only', { container, ask }) : undefined;
};

const bothDiffer: PortRule = ({ seen, ask, container }) => {
  const [only, second] = seen;
  if (only === undefined || second !== undefined) return undefined;
  return message('container.both-ports-differ', { seen: formatPublication(only), ask, container });
};

const notPublished: PortRule = ({ ask, container }) => message('container.not-published', { container, ask });

const rules: readonly PortRule[] = [
  network,
  notInForce,
  otherAddress,
  otherHostPort,
  otherProtocol,
  swapped,
  otherContainerPort,
  allOfNone,
  exposedOnly,
  bothDiffer,
  notPublished,
];

/** The first port that is not published as asked, and why. */
const unmetPort: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'ports');
  if (!miss) return undefined;
  const seen = publicationsOf(diagnosis.resource);
  const want = wantedIn(miss.expected).find((one) => !seen.some((published) => isCovered(one, published)));
  if (!want) return extraPort(miss.expected, seen);
  const unmet: Unmet = {
    want,
    ask: formatPublication(want),
    container: inside(want),
    host: onHost(want),
    seen,
    resource: diagnosis.resource,
  };
  for (const rule of rules) {
    const found = rule(unmet);
    if (found) return found;
  }
  return undefined;
};

/** `ports: { only: ["80:80"] }` or `{ not: … }`: something is published that must not be. */
function extraPort(expected: Json, seen: readonly Publication[]): Message | undefined {
  if (!isJsonObject(expected)) return undefined;
  const allowed = expected['only'] !== undefined ? wantedIn(expected['only']) : undefined;
  const forbidden = wantedIn(expected['not'] ?? expected['none'] ?? []);
  const extra = seen.find((published) =>
    allowed
      ? !allowed.some((one) => isCovered(one, published))
      : forbidden.some((one) => isCovered(one, published)),
  );
  return extra && message('container.extra-port', { seen: formatPublication(extra) });
}

const wantedIn = (expected: Json): Publication[] =>
  literalsIn(expected).flatMap((text) => {
    const parsed = parsePublication(String(text));
    return parsed.ok ? [...parsed.value] : [];
  });

function isCovered(want: Publication, published: Publication): boolean {
  const { hostIp = every, hostPort = 0, containerPort, protocol } = published;
  return covers(want, { hostIps: [hostIp], hostPort, containerPort, protocol });
}

export const portRules: readonly Rule[] = [unmetPort];
