import { err, ok, type Result } from './result';

export type Protocol = 'tcp' | 'udp' | 'sctp';

/** What `docker run -p` asks for, one container port at a time. */
export interface Publication {
  /** Absent: every address of the host. IPv6 without brackets, in its shortest spelling. */
  readonly hostIp?: string;
  /** Absent: the engine chooses one. */
  readonly hostPort?: number;
  /** Last port of a host range that the engine chooses from (`8000-8010:80`); `hostPort` is then the first. */
  readonly hostPortEnd?: number;
  readonly containerPort: number;
  readonly protocol: Protocol;
}

/** One row of what the engine says is published; an empty or absent address means every address (Podman, Docker Desktop). */
export interface PublishedRow {
  readonly hostIp?: string;
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: Protocol;
}

/** A published port with all the host addresses that it listens on, sorted. */
export interface PublishedPort extends Omit<PublishedRow, 'hostIp'> {
  readonly hostIps: readonly string[];
}

/** Why a text is no publication; `part` is the piece at fault, cut to a showable length. */
export interface PublicationProblem {
  readonly code:
    | 'publication-too-long'
    | 'publication-no-container-port'
    | 'publication-protocol'
    | 'publication-host-ip'
    | 'publication-host-port'
    | 'publication-container-port'
    | 'publication-ranges-differ';
  readonly part: string;
}

const EVERY_IPV4 = '0.0.0.0';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/**
 * Parses the value of `docker run -p` (`[[ip:][hostPort]:]containerPort[/protocol]`), as github.com/docker/go-connections does.
 * A range gives one publication for each container port.
 */
export function parsePublication(text: string): Result<readonly Publication[], PublicationProblem> {
  if (text.length > 128) return problem('publication-too-long', text);
  const { ip, host, container, protocol } = splitParts(text);
  if (container === '') return problem('publication-no-container-port', text);
  if (!isProtocol(protocol)) return problem('publication-protocol', protocol);

  const hostIp = ip === '' ? undefined : normalizeIp(ip);
  if (ip !== '' && hostIp === undefined) return problem('publication-host-ip', ip);
  const containerRange = parseRange(container);
  // Port 0 means "any" on the host and nothing at all in a container.
  if (!containerRange || containerRange.first === 0) return problem('publication-container-port', container);
  // Docker takes `0:80` and `:80` for `80`.
  const hostRange = host === '' || host === '0' ? undefined : parseRange(host);
  if (host !== '' && host !== '0' && (!hostRange || hostRange.first === 0)) {
    return problem('publication-host-port', host);
  }

  const count = containerRange.last - containerRange.first + 1;
  const hostCount = hostRange ? hostRange.last - hostRange.first + 1 : count;
  if (hostCount !== count && count !== 1) return problem('publication-ranges-differ', text);
  return ok(
    Array.from({ length: count }, (_, offset) => ({
      ...(hostIp === undefined ? {} : { hostIp }),
      ...(hostRange ? { hostPort: hostRange.first + offset } : {}),
      ...(hostRange && hostCount !== count ? { hostPortEnd: hostRange.last } : {}),
      containerPort: containerRange.first + offset,
      protocol,
    })),
  );
}

/** Writes a publication as one would type it after `-p`; `tcp` is left out. */
export function formatPublication(publication: Publication): string {
  const { hostIp, hostPort, hostPortEnd, containerPort, protocol } = publication;
  const ip = hostIp === undefined ? '' : `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:`;
  const host = hostPortEnd === undefined ? `${hostPort ?? ''}` : `${hostPort ?? ''}-${hostPortEnd}`;
  const separator = host === '' && ip === '' ? '' : ':';
  return `${ip}${host}${separator}${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** Makes one entry of the IPv4 and IPv6 rows that the engine gives for one publication; sorted by container port, protocol, host port. */
export function mergeFamilies(rows: readonly PublishedRow[]): readonly PublishedPort[] {
  const merged = new Map<string, PublishedRow & { readonly ips: Set<string> }>();
  for (const row of rows) {
    const key = `${row.containerPort}/${row.protocol}:${row.hostPort}`;
    const entry = merged.get(key) ?? { ...row, ips: new Set<string>() };
    const ip = row.hostIp ?? '';
    entry.ips.add(ip === '' ? EVERY_IPV4 : (normalizeIp(ip) ?? ip));
    merged.set(key, entry);
  }
  return [...merged.values()]
    .map(({ ips, hostPort, containerPort, protocol }) => ({
      hostIps: [...ips].sort(),
      hostPort,
      containerPort,
      protocol,
    }))
    .sort(
      (a, b) =>
        a.containerPort - b.containerPort ||
        (a.protocol < b.protocol ? -1 : a.protocol > b.protocol ? 1 : a.hostPort - b.hostPort),
    );
}

/**
 * Whether a published port is what the publication asks for. Without a host address it must be open on every IPv4 address:
 * a port on 127.0.0.1 only is not what `-p 80:80` gives. With an address, on exactly that one.
 */
export function covers(expected: Publication, actual: PublishedPort): boolean {
  const { hostPort, hostPortEnd = hostPort } = expected;
  return (
    expected.containerPort === actual.containerPort &&
    expected.protocol === actual.protocol &&
    (hostPort === undefined ||
      hostPortEnd === undefined ||
      (hostPort <= actual.hostPort && actual.hostPort <= hostPortEnd)) &&
    actual.hostIps.includes(expected.hostIp ?? EVERY_IPV4)
  );
}

function splitParts(text: string): { ip: string; host: string; container: string; protocol: string } {
  const parts = text.split(':');
  const target = parts.pop() ?? '';
  const host = parts.pop() ?? '';
  const slash = target.indexOf('/');
  const container = slash < 0 ? target : target.slice(0, slash);
  const protocol = slash < 0 ? '' : target.slice(slash + 1).toLowerCase();
  return { ip: parts.join(':'), host, container, protocol: protocol === '' ? 'tcp' : protocol };
}

function isProtocol(text: string): text is Protocol {
  return text === 'tcp' || text === 'udp' || text === 'sctp';
}

function parseRange(text: string): { first: number; last: number } | undefined {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const range = { first: Number(first), last: Number(last) };
  return first !== '' && range.first <= range.last && range.last <= 65535 ? range : undefined;
}

function normalizeIp(text: string): string | undefined {
  if (IPV4.test(text)) return text;
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  // URL knows the one shortest spelling of an IPv6 address; the character test keeps anything else out of it.
  if (!/^[\da-fA-F:.]+$/.test(bare) || !bare.includes(':') || !URL.canParse(`http://[${bare}]`))
    return undefined;
  return new URL(`http://[${bare}]`).hostname.slice(1, -1);
}

function problem(code: PublicationProblem['code'], part: string): Result<never, PublicationProblem> {
  return err({ code, part: part.length > 80 ? `${part.slice(0, 79)}…` : part });
}
