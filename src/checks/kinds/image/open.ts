import type { Fact } from '../../../evidence/evidence';
import type { ImageInspect, ImageSummary } from '../../../evidence/docker';
import type { ContentFact, EngineFact, EventsFact, ImageFact, RegistryFact } from '../../../evidence/facts';
import type { ContainerSummary } from '../../../evidence/docker';
import { nameAskedFor, parsedNames } from '../../../evidence/local-digests';
import type { Check } from '../../../spec/lab';
import { message, type Message } from '../../../messages/message';
import {
  canonical,
  familiar,
  parseReference,
  sameImageName,
  sameReference,
  type ImageReference,
} from '../../../text/image-reference';
import { isJsonObject, type Json } from '../../../text/json';
import type { CheckInput, Look, Opened } from '../../kind';
import { explainAbsence } from './absence';
import { heard } from './heard';
import { imageAskedFor, spelledOnce } from './name';
import { vouchedFor } from './vouched';
import { ownerOf, type Owner } from './whose-name';

/** An image and all that says where it comes from. */
export interface Traced extends ImageFact {
  /** As people write it: what messages call the image. */
  readonly shown: string;
  /** Absent for an image without a name, asked for by its ID. */
  readonly name: ImageReference | undefined;
  readonly engine: Fact<EngineFact>;
  readonly images: Fact<readonly ImageSummary[]>;
  readonly events: Fact<EventsFact>;
  readonly registry: Fact<RegistryFact | null>;
  /** Digests that the lab gives for this name. */
  readonly vouched: readonly string[];
}

/** An image, where it comes from, and what was done with it. */
export interface Image extends Traced {
  readonly containers: Fact<readonly ContainerSummary[]>;
  readonly content: Fact<ContentFact | null>;
  /** Whose its name is, as far as the lab says. */
  readonly owner: Owner;
  /** The images that `based-on` names, in the author's spelling. */
  readonly bases: readonly { readonly reference: string; readonly fact: Fact<ImageFact | null> }[];
}

export function openImage(input: CheckInput, look: Look): Opened<Image> {
  const { check, lab } = input;
  const reference = imageAskedFor(check.subject);
  const fact = look({ fact: 'image', reference });
  if ('fault' in fact) return fact;
  if (fact.value === null)
    return {
      missing: explainAbsence(reference, input, look) ?? message('image.absent', { name: reference }),
      cause: `image/${reference}`,
    };
  const { inspect } = fact.value;
  const asked = nameAskedFor(reference, inspect);
  const owner = asked ? ownerOf(asked, lab) : 'student';
  const name = asked && nameHeldBy(inspect, asked, owner);
  if (asked && !name) return { missing: takenForIt(asked, inspect), cause: `image/${reference}` };
  const engine = look({ fact: 'engine' });
  return {
    found: {
      ...fact.value,
      shown: name ? familiar(name) : reference,
      name,
      engine,
      images: look({ fact: 'images' }),
      containers: look({ fact: 'containers' }),
      events: look({ fact: 'events' }),
      registry: heard(look({ fact: 'registry', reference }), name, engine, lab),
      content: look({ fact: 'content', reference }),
      vouched: vouchedFor(name, lab.digests),
      owner,
      bases: basesAskedFor(check).map((base) => ({
        reference: base,
        fact: look({ fact: 'image', reference: spelledOnce(base) }),
      })),
    },
  };
}

/**
 * The asked name, if the image bears it. Podman looks for a short name at other registries too, and among what was made here: there a name that students give
 * stands for `localhost/…`.
 */
function nameHeldBy(
  { RepoTags, RepoDigests }: ImageInspect,
  asked: ImageReference,
  owner: Owner,
): ImageReference | undefined {
  const held = [...parsedNames(RepoTags), ...parsedNames(RepoDigests)];
  const isSame = (name: ImageReference): boolean => sameImageName(name, asked) || sameReference(name, asked);
  if (held.length === 0 || held.some(isSame)) return asked;
  const local = { ...asked, domain: 'localhost', path: asked.path.replace(/^library\//, '') };
  return owner === 'registry' ? undefined : held.find((name) => sameImageName(name, local));
}

function takenForIt(asked: ImageReference, { RepoTags, RepoDigests, Id }: ImageInspect): Message {
  const [seen] = [...parsedNames(RepoTags), ...parsedNames(RepoDigests)];
  const full = canonical(asked);
  return message('image.taken-for-it', { name: familiar(asked), full, seen: seen ? canonical(seen) : Id });
}

/** Every image that the expectation of `based-on` names, whatever matchers are around it. */
export function basesAskedFor({ keys }: Check): readonly string[] {
  const namesIn = (expected: Json | undefined): string[] => {
    if (typeof expected === 'string') return parseReference(expected).ok ? [expected] : [];
    if (Array.isArray(expected)) return expected.flatMap(namesIn);
    return isJsonObject(expected) ? Object.values(expected).flatMap(namesIn) : [];
  };
  return [...new Set(namesIn(keys['based-on']))];
}
