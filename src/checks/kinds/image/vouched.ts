import { parseReference, sameImageName, type ImageReference } from '../../../text/image-reference';

/** Digests that the lab gives for a name, however it spells the name. */
export function vouchedFor(
  name: ImageReference | undefined,
  digests: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.entries(digests).flatMap(([written, known]) => {
    const parsed = parseReference(written);
    return name && parsed.ok && sameImageName(parsed.value, name) ? known : [];
  });
}
