import { parseReference } from '../../text/image-reference';
import { isJsonObject, type Json } from '../../text/json';
import { isMirrorHost } from '../../text/mirror-host';
import { keyProblem, textsOf, valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

/** Image names of `images:`, of `digests:` and of checks of images; those in assertions are checked as expectations. */
export function badImages(draft: Draft): readonly Problem[] {
  const listed = textsOf(draft.json['images']).map(
    (text, index) => [pointerTo('/images', index), text] as const,
  );
  const checked = eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    const subject = kind?.kind === 'image' ? json['image'] : undefined;
    return typeof subject === 'string' && subject !== ''
      ? [[pointerTo(pointer, 'image'), subject] as const]
      : [];
  });
  const named = Object.keys(digestsOf(draft)).flatMap((text) =>
    malformed(draft, pointerTo('/digests', text), text, true),
  );
  return [
    ...named,
    ...[...listed, ...checked].flatMap(([pointer, text]) => malformed(draft, pointer, text, false)),
  ];
}

/** Hosts, as the engine names them in its configuration but without `https://` and a path. */
export function badMirrors(draft: Draft): readonly Problem[] {
  return textsOf(draft.json['mirrors']).flatMap((mirror, index) =>
    isMirrorHost(mirror)
      ? []
      : [valueProblem(draft, pointerTo('/mirrors', index), 'mirror.malformed', { mirror })],
  );
}

/** Only SHA-256: the course verifies nothing else, and registries serve nothing else. */
export function badDigests(draft: Draft): readonly Problem[] {
  return Object.entries(digestsOf(draft)).flatMap(([image, value]) => {
    const pointer = pointerTo('/digests', image);
    const digests: [string, Json][] = Array.isArray(value)
      ? value.map((digest: Json, index) => [pointerTo(pointer, index), digest])
      : [[pointer, value]];
    if (digests.length === 0) return [valueProblem(draft, pointer, 'list.empty', {})];
    return digests.flatMap(([at, digest]) =>
      typeof digest === 'string' && !/^sha256:[0-9a-f]{64}$/.test(digest)
        ? [valueProblem(draft, at, 'digest.malformed', { digest })]
        : [],
    );
  });
}

function digestsOf({ json }: Draft): Readonly<Record<string, Json>> {
  return isJsonObject(json['digests']) ? json['digests'] : {};
}

function malformed(draft: Draft, pointer: string, value: string, inKey: boolean): readonly Problem[] {
  const reference = parseReference(value);
  if (reference.ok) return [];
  const { code, part } = reference.error;
  const args = { value, reason: code, part };
  if (inKey) return [keyProblem(draft, pointer, 'value.malformed', args)];
  return [
    valueProblem(draft, pointer, 'value.malformed', args, { shift: Math.max(0, value.indexOf(part)), value }),
  ];
}
