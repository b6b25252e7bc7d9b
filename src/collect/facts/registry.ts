import type { Fact } from '../../evidence/evidence';
import type { ImageInspect } from '../../evidence/docker';
import { fault } from '../../evidence/fault';
import type { EngineFact, RegistryFact } from '../../evidence/facts';
import { localDigests, nameAskedFor, parsedNames } from '../../evidence/local-digests';
import { canonical, familiar, sameRepository, type ImageReference } from '../../text/image-reference';
import type { Collector, Looking } from '../looking';
import { askRegistry } from './registry-answer';

/** Local images have one digest a name, rarely two; tags of one image are few. More are not worth a student's time. */
const maxQuestions = 5;
export const nothingAsked: RegistryFact = { asked: false, confirmed: [], servedAs: [] };

/** Asks the registry, through the engine, whether it serves this image under this very name. */
export const registry: Collector<'registry'> = async ({ reference, known }, looking) => {
  const [engine, image] = await Promise.all([
    looking.ask({ fact: 'engine' }),
    looking.ask({ fact: 'image', reference }),
  ]);
  if ('fault' in engine) return engine;
  if ('fault' in image) return image;
  if (image.value === null) return { value: null };
  const { inspect } = image.value;
  const name = nameAskedFor(reference, inspect);
  const digests = name ? localDigests(inspect, engine.value.store, name) : [];
  if (!name || digests.length === 0 || digests.some((digest) => known?.includes(digest)))
    return { value: nothingAsked };
  return confirm(name, digests, { inspect, store: engine.value.store }, looking);
};

/** Which of these digests of a local image the registry serves under `name`, and what it serves for its tag. */
export async function confirm(
  name: ImageReference,
  digests: readonly string[],
  { inspect, store }: { readonly inspect: ImageInspect; readonly store: EngineFact['store'] },
  looking: Looking,
): Promise<Fact<RegistryFact>> {
  if (store === 'podman')
    return { fault: fault('unsupported', { call: 'GET /distribution', detail: 'podman' }) };
  const byTag = name.digest === undefined;
  // Nearly always the tag still is what was pulled, and no other question is needed.
  const tag = byTag ? await askRegistry(name, looking) : { value: undefined };
  if ('fault' in tag) return tag;
  const current = tag.value;
  const currentPart = byTag ? { current: current ?? null } : {};
  if (typeof current === 'string' && digests.includes(current))
    return { value: { asked: true, confirmed: [current], ...currentPart, servedAs: [] } };

  const { domain, path } = name;
  const [confirmed, servedAs] = await Promise.all([
    servedOf(digests.slice(0, maxQuestions), (digest) => ({ domain, path, digest }), digests, looking),
    servedOf(byTag ? otherTags(name, inspect) : [], (other) => other, digests, looking),
  ]);
  if ('fault' in confirmed) return confirmed;
  // Other tags only explain; without an answer there is one explanation less.
  const others = 'fault' in servedAs ? [] : servedAs.value.map(familiar);
  return { value: { asked: true, confirmed: confirmed.value, ...currentPart, servedAs: others } };
}

/** Those of `things` that the registry serves with one of these digests; a fault only if nothing is certain. */
async function servedOf<T>(
  things: readonly T[],
  nameOf: (thing: T) => ImageReference,
  digests: readonly string[],
  looking: Looking,
): Promise<Fact<readonly T[]>> {
  const answers = await Promise.all(things.map((thing) => askRegistry(nameOf(thing), looking)));
  const served = things.filter((_, index) => {
    const answer = answers[index];
    return answer && 'value' in answer && answer.value !== null && digests.includes(answer.value);
  });
  const failed = answers.find((answer) => 'fault' in answer);
  return failed && 'fault' in failed && served.length === 0 ? failed : { value: served };
}

/** Other tags of this repository that the image bears here. */
export const otherTags = (name: ImageReference, inspect: ImageInspect): ImageReference[] =>
  parsedNames(inspect.RepoTags)
    .filter((other) => sameRepository(other, name) && other.digest === undefined)
    .filter((other) => canonical(other) !== canonical(name))
    .slice(0, maxQuestions);
