import type { Fact } from '../../../evidence/evidence';
import type { ImageSummary } from '../../../evidence/docker';
import type { ContentFact, EngineFact, EventsFact, ImageFact, RegistryFact } from '../../../evidence/facts';
import type { ContainerSummary } from '../../../evidence/docker';
import { nameAskedFor } from '../../../evidence/local-digests';
import type { Check } from '../../../spec/lab';
import { message } from '../../../messages/message';
import { familiar, parseReference, type ImageReference } from '../../../text/image-reference';
import { isJsonObject, type Json } from '../../../text/json';
import type { CheckInput, Look, Opened } from '../../kind';
import { explainAbsence } from './absence';
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
  const name = nameAskedFor(reference, fact.value.inspect);
  return {
    found: {
      ...fact.value,
      shown: name ? familiar(name) : reference,
      name,
      engine: look({ fact: 'engine' }),
      images: look({ fact: 'images' }),
      containers: look({ fact: 'containers' }),
      events: look({ fact: 'events' }),
      registry: look({ fact: 'registry', reference }),
      content: look({ fact: 'content', reference }),
      vouched: vouchedFor(name, lab.digests),
      owner: name ? ownerOf(name, lab) : 'student',
      bases: basesAskedFor(check).map((base) => ({
        reference: base,
        fact: look({ fact: 'image', reference: spelledOnce(base) }),
      })),
    },
  };
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
