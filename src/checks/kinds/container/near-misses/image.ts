import type { ImageSummary } from '../../../../evidence/docker';
import { message } from '../../../../messages/message';
import {
  canonical,
  familiar,
  parseReference,
  sameRepository,
  type ImageReference,
} from '../../../../text/image-reference';
import type { Diagnosis } from '../../../kind';
import type { Container } from '../container';
import { literalIn, missOf, type Rule } from './rule';

interface OtherImage {
  readonly expected: string;
  readonly seen: string;
  readonly wanted: ImageReference;
  readonly actual: ImageReference | undefined;
  readonly images: readonly ImageSummary[];
  /** Id of the image that it was made from. */
  readonly id: string | undefined;
}

function otherImageOf(diagnosis: Diagnosis<Container>): OtherImage | undefined {
  const miss = missOf(diagnosis, 'image');
  const expected = miss && literalIn(miss.expected);
  const wanted = expected === undefined ? undefined : parseReference(expected);
  if (expected === undefined || !wanted?.ok) return undefined;
  const { inspect, image } = diagnosis.resource;
  const seen = image ?? inspect.Config?.Image ?? '';
  const actual = parseReference(seen);
  const images = diagnosis.look({ fact: 'images' });
  return {
    expected: familiar(wanted.value),
    // Podman spells names out: the student typed the short one.
    seen: actual.ok ? familiar(actual.value) : seen,
    wanted: wanted.value,
    actual: actual.ok ? actual.value : undefined,
    images: 'value' in images ? images.value : [],
    id: inspect.Image,
  };
}

const otherTag: Rule = (diagnosis) => {
  const other = otherImageOf(diagnosis);
  if (!other?.actual || !sameRepository(other.wanted, other.actual)) return undefined;
  return message('container.other-tag', { expected: other.expected, seen: other.seen });
};

/** Called by the right name, and another image. */
const borrowed: Rule = (diagnosis) => {
  const { madeFrom } = diagnosis.resource;
  return missOf(diagnosis, 'image') && madeFrom && 'value' in madeFrom ? madeFrom.message : undefined;
};

/** Built or committed on top of the right image, or known to no registry. */
const ownImage: Rule = (diagnosis) => {
  const other = otherImageOf(diagnosis);
  const row = other?.images.find(({ Id }) => Id === other.id);
  if (!other || row === undefined) return undefined;
  const digests = (row.RepoDigests ?? []).filter((digest) => !digest.startsWith('<none>'));
  const engine = diagnosis.look({ fact: 'engine' });
  // The containerd store and Podman give a digest to everything: there the parent tells, and with Podman, which finds one for pulled images too, the name.
  const isPodman = 'value' in engine && engine.value.store === 'podman';
  const isOwn = isPodman
    ? other.actual?.domain === 'localhost'
    : digests.length === 0 || (row.ParentId ?? '') !== '';
  return isOwn ? message('container.own-image', { expected: other.expected, seen: other.seen }) : undefined;
};

const imageGone: Rule = (diagnosis) => {
  const other = otherImageOf(diagnosis);
  return other && !other.actual ? message('container.image-gone', { expected: other.expected }) : undefined;
};

const otherRegistry: Rule = (diagnosis) => {
  const other = otherImageOf(diagnosis);
  if (!other?.actual || other.wanted.domain === other.actual.domain) return undefined;
  const lastPart = ({ path }: ImageReference): string | undefined => path.split('/').at(-1);
  return lastPart(other.wanted) === lastPart(other.actual)
    ? message('container.other-registry', { expected: other.expected, seen: canonical(other.actual) })
    : undefined;
};

const anotherImage: Rule = (diagnosis) => {
  const other = otherImageOf(diagnosis);
  return other && message('container.other-image', { expected: other.expected, seen: other.seen });
};

export const imageRules: readonly Rule[] = [
  borrowed,
  otherTag,
  ownImage,
  imageGone,
  otherRegistry,
  anotherImage,
];
