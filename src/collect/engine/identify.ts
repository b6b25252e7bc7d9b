import { fault, type Fault } from '../../evidence/fault';
import type { EngineFact } from '../../evidence/facts';
import type { Fact } from '../../evidence/evidence';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import type { InfoAnswer, VersionAnswer } from '../../evidence/shapes/shape';
import { mirrorHost } from '../../text/mirror-host';
import { messageOf } from './call-name';
import { admit } from './door';
import type { Answer, Call, Engine } from './engine';

/**
 * The oldest API that is enough: 1.35 (Docker 17.12) knows an exec's WorkingDir. An older one ignores it without a word, and a
 * student's command would run in the wrong folder.
 */
export const neededApi = '1.35';

/** Podman 4 needs two seconds for /version. */
export const identifyDeadlineMs = 5000;
const maxBytes = 1024 * 1024;

/**
 * Who answers. `/_ping` alone gives flavour, version, apiVersion and os; the rest is there when /version and /info answered.
 * A hung containerd hangs these two while lists and inspects still work: `missing` says why each is not there.
 */
export interface Identity extends Partial<Omit<EngineFact, 'flavour' | 'version' | 'apiVersion' | 'os'>> {
  readonly flavour: EngineFact['flavour'];
  readonly version: string;
  readonly apiVersion: string;
  readonly os: string;
  readonly missing: { readonly version?: Fault; readonly info?: Fault };
}

interface IdentifyOptions {
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
  /** Leave out /info: then store, storageDriver, id and name are not known. */
  readonly withoutInfo?: boolean;
}

/** Asks `/_ping`, `/version` and `/info` at the same time. A fault only when the ping gives none, or a too old engine. */
export async function identify(engine: Engine, options: IdentifyOptions = {}): Promise<Identity | Fault> {
  const limits = {
    deadlineMs: options.deadlineMs ?? identifyDeadlineMs,
    maxBytes,
    ...(options.signal && { signal: options.signal }),
  };
  const get = <K extends 'text' | 'json'>(path: string, as: K) =>
    engine.request<K>({ method: 'GET', path, as }, limits);
  const [ping, version, info] = await Promise.all([
    get('/_ping', 'text'),
    get('/version', 'json'),
    options.withoutInfo ? undefined : get('/info', 'json'),
  ]);
  if (!ping.ok) return atFirstContact(ping.fault, engine, limits.deadlineMs);
  const api = ping.headers['api-version'];
  if (ping.status !== 200 || api === undefined || !/^\d+\.\d+$/.test(api)) return notAnEngine(engine, ping);
  const identity = describe(
    ping.headers,
    api,
    admit(callOf('/version'), version, { shape: answerShapes.version }),
    info && admit(callOf('/info'), info, { shape: answerShapes.info }),
  );
  if (isOlder(identity.apiVersion, neededApi)) {
    return fault('engine.too-old', {
      version: identity.version,
      apiVersion: identity.apiVersion,
      needed: neededApi,
    });
  }
  return identity;
}

/** A ping that takes longer than its deadline means more than one slow request. */
function atFirstContact(found: Fault, engine: Engine, deadlineMs: number): Fault {
  return found.code === 'deadline'
    ? fault('engine.not-answering', { endpoint: engine.endpoint.url, deadlineMs })
    : found;
}

function notAnEngine(engine: Engine, ping: Extract<Answer<string>, { ok: true }>): Fault {
  const endpoint = engine.endpoint.url;
  // Go's TLS server answers a request without TLS so.
  if (ping.status === 400 && /HTTP request to an HTTPS server/i.test(ping.body)) {
    return fault('engine.tls-refused', { endpoint, problem: 'server-tls', detail: ping.body.trim() });
  }
  const call = 'GET /_ping';
  if (ping.status >= 500)
    return fault('engine.failed', { call, status: ping.status, message: messageOf(ping.body).trim() });
  return fault('engine.answer-invalid', {
    call,
    detail: `status ${ping.status}, no Api-Version: ${ping.body.slice(0, 100)}`,
  });
}

const callOf = (path: string): Call<'json'> => ({ method: 'GET', path, as: 'json' });

type Headers = Readonly<Record<string, string>>;

function describe(
  headers: Headers,
  api: string,
  version: Fact<VersionAnswer>,
  info?: Fact<InfoAnswer>,
): Identity {
  const v: Partial<VersionAnswer> = 'value' in version ? version.value : {};
  // `Docker/28.5.2 (linux)`, `Libpod/4.3.1 (linux)`
  const server = /^(\w+)\/(\S+) \((\w+)\)/.exec(headers['server'] ?? '');
  const flavour = 'libpod-api-version' in headers ? 'podman' : 'docker';
  return {
    flavour,
    version: text(v.Version) ?? text(server?.[2]) ?? '',
    apiVersion: text(v.ApiVersion) ?? api,
    os: text(v.Os) ?? text(headers['ostype']) ?? text(server?.[3]) ?? '',
    ...given('minApiVersion', text(v.MinAPIVersion)),
    ...given('arch', text(v.Arch)),
    ...given('kernel', text(v.KernelVersion)),
    ...(info && 'value' in info && fromInfo(info.value, flavour)),
    missing: {
      ...('fault' in version && { version: version.fault }),
      ...(info && 'fault' in info && { info: info.fault }),
    },
  };
}

function fromInfo(info: InfoAnswer, flavour: EngineFact['flavour']): Partial<EngineFact> {
  return {
    store: flavour === 'podman' ? 'podman' : storeOf(info),
    id: text(info.ID) ?? '',
    name: text(info.Name) ?? '',
    rootless: info.Rootless === true || (info.SecurityOptions ?? []).includes('name=rootless'),
    ...mirrorsOf(info),
    ...given('storageDriver', text(info.Driver)),
    ...given('operatingSystem', text(info.OperatingSystem)),
    ...given('cgroupVersion', text(info.CgroupVersion)),
  };
}

/** More than anybody has. */
const maxMirrors = 10;

/** Mirrors of Docker Hub: URLs with Docker, hosts with Podman; a password in a URL is nobody's business. */
function mirrorsOf({ RegistryConfig }: InfoAnswer): { readonly mirrors?: readonly string[] } {
  const { Mirrors, IndexConfigs } = RegistryConfig ?? {};
  const named = [...(Mirrors ?? []), ...(IndexConfigs?.['docker.io']?.Mirrors ?? [])];
  const mirrors = [...new Set(named.map(mirrorHost))].filter((host) => host !== '').slice(0, maxMirrors);
  return mirrors.length > 0 ? { mirrors } : {};
}

/** `DriverStatus` is a list of pairs; the containerd image store names its snapshotter there. */
const storeOf = ({ DriverStatus }: InfoAnswer): 'classic' | 'containerd' =>
  (DriverStatus ?? []).flat().some((word) => word.includes('io.containerd.snapshotter'))
    ? 'containerd'
    : 'classic';

/** The identity as evidence, or the fault that keeps it from being whole. */
export function engineFact({ missing, ...known }: Identity): EngineFact | Fault {
  const { store, id, name, arch } = known;
  if (store !== undefined && id !== undefined && name !== undefined && arch !== undefined)
    return { ...known, store, id, name, arch };
  return (
    missing.info ??
    missing.version ??
    fault('engine.answer-invalid', { call: 'GET /version', detail: 'incomplete' })
  );
}

/** Compares API versions such as `1.9` and `1.41`. */
export function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = than.split('.').map(Number);
  return major < needMajor || (major === needMajor && minor < needMinor);
}

const text = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : value.slice(0, 200);
const given = <N extends string>(name: N, value: string | undefined): Partial<Record<N, string>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<N, string>>; // a computed key loses its name in the type
