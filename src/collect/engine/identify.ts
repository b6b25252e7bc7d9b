import { fault, type Fault } from '../../evidence/fault';
import type { EngineFact } from '../../evidence/facts';
import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import { mirrorHost } from '../../text/mirror-host';
import { failed, messageOf } from './call-name';
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
  if (ping.status !== 200 || api === undefined) return notAnEngine(engine, ping);
  const identity = describe(ping.headers, api, part('/version', version), info && part('/info', info));
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

/** One of the two documents, or why it is not there. */
function part(path: string, answer: Answer<Json>): JsonObject | Fault {
  if (!answer.ok) return answer.fault;
  const call: Call = { method: 'GET', path, as: 'json' };
  if (answer.status === 200 && isJsonObject(answer.body)) return answer.body;
  const detail = `status ${answer.status}: ${messageOf(answer.body)}`;
  return failed(call, answer) ?? fault('engine.answer-invalid', { call: `GET ${path}`, detail });
}

const isFault = (document: JsonObject | Fault | undefined): document is Fault =>
  document !== undefined && typeof document.code === 'string' && 'args' in document;

type Headers = Readonly<Record<string, string>>;

function describe(
  headers: Headers,
  api: string,
  version: JsonObject | Fault,
  info?: JsonObject | Fault,
): Identity {
  const v = isFault(version) ? {} : version;
  const i = info === undefined || isFault(info) ? undefined : info;
  // `Docker/28.5.2 (linux)`, `Libpod/4.3.1 (linux)`
  const server = /^(\w+)\/(\S+) \((\w+)\)/.exec(headers['server'] ?? '');
  const flavour = 'libpod-api-version' in headers ? 'podman' : 'docker';
  return {
    flavour,
    version: text(v['Version']) ?? server?.[2] ?? '',
    apiVersion: text(v['ApiVersion']) ?? api,
    os: text(v['Os']) ?? headers['ostype'] ?? server?.[3] ?? '',
    ...given('minApiVersion', text(v['MinAPIVersion'])),
    ...given('arch', text(v['Arch'])),
    ...given('kernel', text(v['KernelVersion'])),
    ...(i && fromInfo(i, flavour)),
    missing: { ...(isFault(version) && { version }), ...(isFault(info) && { info }) },
  };
}

function fromInfo(info: JsonObject, flavour: EngineFact['flavour']): Partial<EngineFact> {
  const security = Array.isArray(info['SecurityOptions']) ? (info['SecurityOptions'] as readonly Json[]) : [];
  return {
    store: flavour === 'podman' ? 'podman' : storeOf(info),
    id: text(info['ID']) ?? '',
    name: text(info['Name']) ?? '',
    rootless: info['Rootless'] === true || security.includes('name=rootless'),
    ...mirrorsOf(info),
    ...given('storageDriver', text(info['Driver'])),
    ...given('operatingSystem', text(info['OperatingSystem'])),
    ...given('cgroupVersion', text(info['CgroupVersion'])),
  };
}

/** More than anybody has. */
const maxMirrors = 10;

/** Mirrors of Docker Hub: URLs with Docker, hosts with Podman; a password in a URL is nobody's business. */
function mirrorsOf(info: JsonObject): { readonly mirrors?: readonly string[] } {
  const config = isJsonObject(info['RegistryConfig']) ? info['RegistryConfig'] : {};
  const indexes = isJsonObject(config['IndexConfigs']) ? config['IndexConfigs'] : {};
  const hub = isJsonObject(indexes['docker.io']) ? indexes['docker.io'] : {};
  const named = [config['Mirrors'], hub['Mirrors']].flatMap((list): readonly Json[] =>
    Array.isArray(list) ? (list as readonly Json[]) : [],
  );
  const hosts = named.flatMap((mirror) => (typeof mirror === 'string' ? [mirrorHost(mirror)] : []));
  const mirrors = [...new Set(hosts)].filter((host) => host !== '').slice(0, maxMirrors);
  return mirrors.length > 0 ? { mirrors } : {};
}

/** `DriverStatus` is a list of pairs; the containerd image store names its snapshotter there. */
function storeOf(info: JsonObject): 'classic' | 'containerd' {
  return JSON.stringify(info['DriverStatus'] ?? null).includes('io.containerd.snapshotter')
    ? 'containerd'
    : 'classic';
}

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

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
const given = <N extends string>(name: N, value: string | undefined): Partial<Record<N, string>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<N, string>>; // a computed key loses its name in the type
