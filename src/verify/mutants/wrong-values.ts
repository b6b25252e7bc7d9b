import type { Attribute } from '../../checks/attribute';
import { isAboutTheMap } from '../../checks/match/map-matchers';
import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import { resolveJsonPath } from '../../text/json-path';
import type { MutantCode } from './codes';

/** A value that the author cannot have meant; `undefined`: there is none. */
export interface WrongValue {
  readonly code: Extract<MutantCode, `value.${string}`>;
  readonly value: Json | undefined;
}
type Described = Pick<Attribute<unknown>, 'type' | 'shape' | 'values'>;

const foreign = 'vigie-other';
const huge = 1e15;

/**
 * Values that are wrong by the plain reading of an expectation: none, another one, the one that is forbidden. Whether the check tells them
 * from the right one is what is to be found out, so the matchers are not asked.
 */
export function wrongValues(
  attribute: Described,
  expected: Json,
  seen: Json | undefined,
): readonly WrongValue[] {
  const forbidden = forbiddenIn(expected);
  const only = soleExists(expected);
  if (only === false) return [other(sample(attribute, seen))];
  if (forbidden.length > 0)
    return forbidden.map((value) => ({
      code: 'value.unwanted',
      value: withUnwanted(attribute, seen, value),
    }));
  if (only === true) return [{ code: 'value.none', value: undefined }];
  // What must not be as another resource's: only that resource knows.
  if (has(expected, 'not', 'none')) return [];
  switch (attribute.shape) {
    case 'list':
      return wrongLists(expected, seen);
    case 'map':
    case 'document':
      return wrongMaps(attribute, expected, seen);
    case 'one':
      return wrongSingles(attribute, expected, seen);
  }
}

function wrongSingles({ type, values }: Described, expected: Json, seen: Json | undefined): WrongValue[] {
  const accepted = leavesOf(expected).map(String);
  if (values) return values.filter((each) => each !== seen && !accepted.includes(each)).map(other);
  switch (type) {
    case 'boolean':
      return [other(seen !== true)];
    case 'number':
    case 'size':
    case 'duration':
      return wrongNumbers(expected, typeof seen === 'number' ? seen : 0).map(other);
    case 'version':
      return (
        JSON.stringify(expected).includes('<') || has(expected, 'lt', 'lte') ? ['999.0'] : ['0.0.1']
      ).map(other);
    case 'mode':
      return [other(seen === '0000' ? '0777' : '0000')];
    case 'text':
      return [{ code: 'value.none', value: '' }, other(`${foreign}\n`)];
    case 'string':
    case 'path':
    case 'publication':
    case 'reference':
    case 'id':
    case 'command':
    case 'platform':
      return [other(foreign)];
  }
}

/** On the side that the expectation excludes; beside the value where it excludes both. */
function wrongNumbers(expected: Json, seen: number): number[] {
  const sides = [...(has(expected, 'gt', 'gte') ? [-1] : []), ...(has(expected, 'lt', 'lte') ? [huge] : [])];
  return sides.length > 0 ? sides : [seen + 1];
}

function wrongLists(expected: Json, seen: Json | undefined): WrongValue[] {
  const list = Array.isArray(seen) ? (seen as readonly Json[]) : [];
  const size = isJsonObject(expected) ? expected['size'] : undefined;
  const isClosed =
    has(expected, 'only', 'equals') || typeof size === 'number' || has(size ?? null, 'lt', 'lte');
  const many = Array.from({ length: 50 }, (_, index) => `${foreign}-${index}`);
  return [
    { code: 'value.none', value: [] },
    ...(size === undefined ? [other([foreign])] : []),
    ...(isClosed
      ? [{ code: 'value.unwanted', value: [...list, ...(size === undefined ? [foreign] : many)] } as const]
      : []),
  ];
}

/** Per key or path that the author names: without it, and with another value. A document's value holds the paths to be written only. */
function wrongMaps(attribute: Described, expected: Json, seen: Json | undefined): WrongValue[] {
  const isDocument = attribute.shape === 'document';
  const map = isJsonObject(seen) && !isDocument ? seen : {};
  if (!isJsonObject(expected)) return [{ code: 'value.none', value: {} }];
  if (!isDocument && isAboutTheMap(expected)) return wrongAsAWhole(expected, map);
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const { [key]: present, ...rest } = map;
    const value = isDocument ? resolveJsonPath(seen, key) : present;
    const inner = wrongValues({ type: attribute.type, shape: 'one' }, wanted, value);
    const nothing = isDocument ? { [key]: null } : rest;
    const without: WrongValue[] =
      soleExists(wanted) === false ? [] : [{ code: 'value.none', value: nothing }];
    return [
      ...without,
      ...inner.flatMap((one) =>
        one.value === undefined ? [] : [{ code: one.code, value: { ...rest, [key]: one.value } }],
      ),
    ];
  });
}

/** Where the map itself is asked about: none of it, or much more than that. */
function wrongAsAWhole(expected: JsonObject, map: JsonObject): WrongValue[] {
  const more = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${foreign}-${index}`, foreign]));
  const isClosed = has(expected, 'only', 'equals', 'lt', 'lte') || typeof expected['size'] === 'number';
  return [
    ...(Object.keys(map).length > 0 ? [{ code: 'value.none', value: {} } as const] : []),
    ...(isClosed ? [{ code: 'value.unwanted', value: { ...map, ...more } } as const] : []),
  ];
}

const other = (value: Json): WrongValue => ({ code: 'value.other', value });

function sample({ type, shape }: Described, seen: Json | undefined): Json {
  if (shape === 'list') return [foreign];
  if (shape !== 'one') return { [foreign]: foreign };
  if (type === 'boolean') return true;
  return type === 'number' || type === 'size' || type === 'duration' ? 7 : String(seen ?? foreign);
}

const withUnwanted = ({ shape }: Described, seen: Json | undefined, value: Json): Json => {
  if (shape === 'map') return { ...(isJsonObject(seen) && seen), [String(value)]: foreign };
  if (shape !== 'list') return value;
  return [...(Array.isArray(seen) ? (seen as readonly Json[]) : []), value];
};

/** `true` or `false` where `exists` is all that is asked. */
function soleExists(expected: Json): boolean | undefined {
  if (!isJsonObject(expected)) return undefined;
  const [[key, value] = [], ...others] = Object.entries(expected);
  return key === 'exists' && others.length === 0 && typeof value === 'boolean' ? value : undefined;
}

export const has = (expected: Json, ...matchers: readonly string[]): boolean =>
  isJsonObject(expected) &&
  Object.entries(expected).some(([key, value]) => matchers.includes(key) || has(value, ...matchers));

/** What stands below `not` and `none`, where it is a plain value. */
function forbiddenIn(expected: Json): readonly Json[] {
  if (!isJsonObject(expected)) return [];
  return ['not', 'none'].flatMap((matcher) => {
    const value = expected[matcher];
    return value === undefined ? [] : leavesOf(value);
  });
}

/** Every plain value in an expectation. */
export function leavesOf(expected: Json): readonly Json[] {
  if (Array.isArray(expected)) return (expected as readonly Json[]).flatMap(leavesOf);
  if (isJsonObject(expected))
    return Object.entries(expected).flatMap(([key, value]) => (key === 'same-as' ? [] : leavesOf(value)));
  return [expected];
}
