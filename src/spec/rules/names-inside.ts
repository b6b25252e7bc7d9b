import { isAboutTheMap } from '../../checks/match/map-matchers';
import { parseSameAs } from '../../checks/same-as';
import { isJsonObject, type Json } from '../../text/json';
import { isPatternText } from '../../text/pattern';
import { keyProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';
import { isName, malformed, subjects, type Named } from './names';
import { referencesIn, wholeValuesIn } from './whole-values';

/** Attributes whose values are names of something, by kind. */
const values: Readonly<Record<string, Readonly<Record<string, Named>>>> = {
  container: { workdir: 'path', 'read-only-mounts': 'path', devices: 'path' },
  image: { workdir: 'path', volumes: 'path' },
};

/** What no container can have: an assertion on it could never hold, or, with `not`, never fail. */
export function namesInAssertions(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) =>
    Object.entries(json).flatMap(([key, expected]) => {
      if (!kind || !Object.hasOwn(kind.attributes, key)) return [];
      const at = pointerTo(pointer, key);
      const named = values[kind.kind]?.[key];
      return [
        ...(named === undefined ? [] : namedBy(draft, at, named, expected)),
        ...(kind.kind === 'container' && key === 'mounts' ? mounted(draft, at, expected) : []),
        ...comparedWith(draft, at, expected),
      ];
    }),
  );
}

const namedBy = (draft: Draft, at: string, named: Named, expected: Json): readonly Problem[] =>
  wholeValuesIn(expected).flatMap(({ value, path }) =>
    malformed(draft, pointerTo(at, ...path), named, value),
  );

/** Paths in the container, and behind each a volume or a path of the host. */
function mounted(draft: Draft, at: string, expected: Json): readonly Problem[] {
  if (!isJsonObject(expected))
    return wholeValuesIn(expected)
      .filter(({ value }) => !isPatternText(value))
      .flatMap(({ value, path }) => malformed(draft, pointerTo(at, ...path), 'path', value));
  // What another container has, whole.
  if (typeof expected['same-as'] === 'string') return [];
  const inner = (name: string, value: Json): readonly Problem[] =>
    Array.isArray(value)
      ? value.flatMap((item: Json, index) => mounted(draft, pointerTo(at, name, index), item))
      : mounted(draft, pointerTo(at, name), value);
  if (isAboutTheMap(expected))
    return Object.entries(expected).flatMap(([name, value]) =>
      ['not', 'any', 'all', 'none', 'equals'].includes(name) ? inner(name, value) : [],
    );
  return Object.entries(expected).flatMap(([path, source]) => [
    ...malformed(draft, pointerTo(at, path), 'path', path, keyProblem),
    ...wholeValuesIn(source)
      .filter(({ value }) => !isSource(value))
      .flatMap((one) => malformed(draft, pointerTo(at, path, ...one.path), 'volume', one.value)),
  ]);
}

/** A volume, a path of the host (Docker Desktop tells those of Windows as well), or memory. */
const isSource = (text: string): boolean => isName(text) || /^(?:\/|[A-Za-z]:[\\/])/.test(text);

/** `same-as: container//ubuntu.id` names a container as any check does. */
function comparedWith(draft: Draft, at: string, expected: Json): readonly Problem[] {
  return referencesIn(expected).flatMap(({ value, path }) => {
    const reference = parseSameAs(value);
    if (!reference) return [];
    const { kind, check } = reference;
    const named = kind === 'image' ? 'image' : Object.hasOwn(subjects, kind) ? subjects[kind] : undefined;
    return named === undefined ? [] : malformed(draft, pointerTo(at, ...path), named, check.subject);
  });
}
