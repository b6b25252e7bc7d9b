import type { Attribute, Parameter } from '../checks/attribute';
import type { CheckKind } from '../checks/kind';
import { isAboutTheMap, isMapMatcher } from '../checks/match/map-matchers';
import { isTextual } from '../checks/match/matchers';
import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { isCommonKey } from './keys';
import { pointerTo, type Tree } from './yaml/tree';

/**
 * A check with its numbers and booleans turned back into the text that the author wrote, wherever its kind takes text:
 * YAML reads `version: 1.10` as 1.1 and `mode: 0644` as 644, and nobody means that.
 */
export function asWritten(tree: Tree, pointer: string, check: JsonObject, kind: CheckKind): JsonObject {
  const convert = ([key, value]: [string, Json]): [string, Json] => {
    const at = pointerTo(pointer, key);
    if (key === kind.kind) return [key, subjectAsWritten(tree, at, value, kind)];
    if (Object.hasOwn(kind.parameters, key))
      return [key, parameterAsWritten(tree, at, value, kind.parameters[key])];
    const attribute =
      isCommonKey(key) || !Object.hasOwn(kind.attributes, key) ? undefined : kind.attributes[key];
    return [key, attribute ? expectationAsWritten(tree, at, value, attribute) : value];
  };
  return Object.fromEntries(Object.entries(check).map(convert));
}

function subjectAsWritten(tree: Tree, pointer: string, value: Json, { subject }: CheckKind): Json {
  if (!isJsonObject(value)) return subject.type === 'object' ? value : textAt(tree, pointer, value);
  const keys = subject.keys ?? {};
  return mapEntries(value, (key, inner) =>
    parameterAsWritten(
      tree,
      pointerTo(pointer, key),
      inner,
      Object.hasOwn(keys, key) ? keys[key] : undefined,
    ),
  );
}

function parameterAsWritten(
  tree: Tree,
  pointer: string,
  value: Json,
  parameter: Parameter | undefined,
): Json {
  return ['string', 'string-list', 'string-map'].includes(parameter?.type ?? '')
    ? textAt(tree, pointer, value)
    : value;
}

function expectationAsWritten(
  tree: Tree,
  pointer: string,
  value: Json,
  { type, shape }: Pick<Attribute<unknown>, 'type' | 'shape'>,
): Json {
  if (shape === 'document' || !isTextual(type)) return value;
  if (shape !== 'map' || !isJsonObject(value)) return matcherAsWritten(tree, pointer, value);
  if (isAboutTheMap(value))
    return mapEntries(value, (name, inner) => {
      const at = pointerTo(pointer, name);
      const again = (item: Json, place: string): Json =>
        expectationAsWritten(tree, place, item, { type, shape });
      if (name === 'not') return again(inner, at);
      if (Array.isArray(inner)) return inner.map((item: Json, index) => again(item, pointerTo(at, index)));
      return name === 'size' || name === 'exists' ? inner : matcherAsWritten(tree, at, inner);
    });
  // Among keys a number is the text that an entry has; who writes `exists: true` there means no entry, and is told.
  return mapEntries(value, (key, inner) =>
    key === 'exists' && isMapMatcher(key, inner)
      ? inner
      : matcherAsWritten(tree, pointerTo(pointer, key), inner),
  );
}

/** The arguments of `size` and `exists` stay what they are: they are not of the attribute's type. */
function matcherAsWritten(tree: Tree, pointer: string, value: Json): Json {
  if (Array.isArray(value))
    return value.map((item: Json, index) => matcherAsWritten(tree, pointerTo(pointer, index), item));
  if (!isJsonObject(value)) return textAt(tree, pointer, value);
  return mapEntries(value, (key, inner) =>
    key === 'size' || key === 'exists' ? inner : matcherAsWritten(tree, pointerTo(pointer, key), inner),
  );
}

/** Text at a pointer and below it. */
function textAt(tree: Tree, pointer: string, value: Json): Json {
  if (Array.isArray(value))
    return value.map((item: Json, index) => textAt(tree, pointerTo(pointer, index), item));
  if (isJsonObject(value))
    return mapEntries(value, (key, inner) => textAt(tree, pointerTo(pointer, key), inner));
  if (typeof value === 'string' || value === null) return value;
  return tree.spots.get(pointer)?.written ?? String(value);
}

function mapEntries(json: JsonObject, convert: (key: string, value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, convert(key, value)]));
}
