import type { Look } from '../../src/checks/kind';
import { look, type Fact } from '../../src/evidence/evidence';
import type { ContainerSummary, ImageSummary } from '../../src/evidence/docker';
import type { EngineFact, ImageFact, RecordedEvent, RegistryFact } from '../../src/evidence/facts';
import { judgeCheck, type JudgedCheck } from '../../src/judge/judge-check';
import type { Json } from '../../src/text/json';
import { anyLab, checkOf, evidenceOf } from './evidence';

/** A host as far as `image` checks look at it. */
export interface ImageHost {
  readonly engine?: EngineFact;
  /** By the name that is asked for: `ubuntu:latest`. */
  readonly image?: Readonly<Record<string, ImageFact | null>>;
  readonly images?: readonly ImageSummary[];
  readonly containers?: readonly ContainerSummary[];
  readonly events?: readonly RecordedEvent[];
  readonly registry?: Fact<RegistryFact | null>;
  readonly content?: Fact;
  readonly digests?: Readonly<Record<string, readonly string[]>>;
  /** As the lab has them. */
  readonly mirrors?: readonly string[];
  readonly readAt?: number;
}

export const classic: EngineFact = {
  flavour: 'docker',
  store: 'classic',
  id: 'engine',
  name: 'lab',
  version: '20.10.24',
  apiVersion: '1.41',
  os: 'linux',
  arch: 'amd64',
};

/** Judges one `image` check on such a host. */
export function judgeImage(
  subject: string,
  keys: Readonly<Record<string, Json>>,
  host: ImageHost,
): JudgedCheck {
  const names = Object.entries(host.image ?? {});
  const registries = names.map(([name]) => [`registry/${name}`, host.registry] as const);
  const contents = names.map(([name]) => [`content/${name}`, host.content] as const);
  const facts = [
    ['engine', { value: host.engine ?? classic }],
    ['images', { value: host.images ?? [] }],
    ['containers', { value: host.containers ?? [] }],
    ['events', { value: { events: host.events ?? [], completeSince: null, readAt: host.readAt ?? 0 } }],
    ...names.map(([name, image]) => [`image/${name}`, { value: image }] as const),
    ...[...registries, ...contents].filter(([, fact]) => fact !== undefined),
  ] as [string, Fact][];
  const evidence = evidenceOf(facts);
  const lookHere: Look = (request) => look(evidence, request);
  const lab = { ...anyLab, digests: host.digests ?? {}, ...(host.mirrors && { mirrors: host.mirrors }) };
  return judgeCheck(checkOf('image', subject, keys), lab, lookHere);
}

/** An event of an image; `name` is what Docker writes into its attributes. */
export function imageEvent(action: string, id: string, name?: string, time = 1): RecordedEvent {
  return {
    type: 'image',
    action,
    id,
    attributes: name === undefined ? {} : { name },
    time,
    timeNano: `${time}000000000`,
    own: false,
  };
}

export const served = (digest: string, changes: Partial<RegistryFact> = {}): Fact<RegistryFact> => ({
  value: { asked: true, confirmed: [digest], current: digest, servedAs: [], ...changes },
});

/** The registry answered, and knows nothing of this image. */
export const notServed: Fact<RegistryFact> = {
  value: { asked: true, confirmed: [], current: null, servedAs: [] },
};
export const notAsked: Fact<RegistryFact> = { value: { asked: false, confirmed: [], servedAs: [] } };
export const unreachable: Fact<RegistryFact> = {
  fault: { code: 'registry.unreachable', args: { name: 'ubuntu', detail: 'no such host' } },
};
