import { keyProblem, type Draft } from '../draft';
import { isCommonKey } from '../keys';
import type { Problem } from '../problem';
import { unknownIn } from '../structure';
import { pointerTo } from '../yaml/tree';

export function checksOfNoKind(draft: Draft): readonly Problem[] {
  const known = Object.keys(draft.kinds);
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (kind) return [];
    const key = Object.keys(json).find((name) => !isCommonKey(name));
    const args = { ...unknownIn(key ?? '', known), ...(key !== undefined && { key }) };
    return [keyProblem(draft, key === undefined ? pointer : pointerTo(pointer, key), 'check.no-kind', args)];
  });
}

/** A key that is another kind's name, where the first kind has no such key. */
export function checksOfTwoKinds(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (!kind) return [];
    return Object.keys(json)
      .filter((key) => key !== kind.kind && Object.hasOwn(draft.kinds, key))
      .filter((key) => !Object.hasOwn(kind.attributes, key) && !Object.hasOwn(kind.parameters, key))
      .map((second) =>
        keyProblem(draft, pointerTo(pointer, second), 'check.two-kinds', { first: kind.kind, second }),
      );
  });
}

export const eachCheck = ({ tasks }: Draft) => tasks.flatMap(({ checks }) => checks);
