import { isJsonObject, type Json } from '../../text/json';
import { parseJsonPath, valueAt } from '../../text/json-path';
import { equalsExactly, equalsLiteral, isPattern, matchesPattern, spread } from './literal';
import { isMatcherName, orders, type MatcherName } from './matchers';
import { orderOf } from './order';
import { asList, isList, isScalar, type ComparedType, type Target } from './target';

/**
 * Whether what was seen meets an author's expectation. Never throws, whatever both are.
 * Nothing seen meets only `exists: false` and negations; NaN meets nothing.
 */
export function holds({ type, shape }: Target, expected: Json, seen: Json | undefined): boolean {
  if (hasNaN(expected) || Number.isNaN(seen)) return false;
  if (shape === 'map') return holdsForMap(type, expected, seen);
  if (shape === 'document') return holdsForDocument(expected, seen);
  return meets(type, expected, seen);
}

/** An object gives expectations by key, never matchers: a label may well be called `size`. Anything else is about the keys. */
function holdsForMap(type: ComparedType, expected: Json, seen: Json | undefined): boolean {
  const entries = isJsonObject(seen) ? seen : undefined;
  if (!isJsonObject(expected)) return meets('string', expected, entries && Object.keys(entries));
  return everyOf(Object.entries(expected), seen, ([key, value]) =>
    meets(type, value, entries && Object.hasOwn(entries, key) ? entries[key] : undefined),
  );
}

function holdsForDocument(expected: Json, seen: Json | undefined): boolean {
  if (!isJsonObject(expected)) return false;
  return everyOf(Object.entries(expected), seen, ([path, value]) => {
    const steps = parseJsonPath(path);
    return meets('json', value, steps.ok ? valueAt(seen, steps.value) : undefined);
  });
}

function meets(type: ComparedType, expected: Json, seen: Json | undefined): boolean {
  if (isList(expected)) return everyOf(expected, seen, (item) => includes(type, item, seen));
  if (isJsonObject(expected)) {
    return everyOf(Object.entries(expected), seen, ([name, argument]) =>
      isMatcherName(name) ? matchers[name](type, argument, seen) : false,
    );
  }
  if (!isList(seen)) return seen !== undefined && equalsLiteral(type, expected, seen);
  return spread(type, expected).every((single) =>
    seen.some((element) => equalsLiteral(type, single, element)),
  );
}

/** An item of a bare list: a text has to have it somewhere inside. */
function includes(type: ComparedType, item: Json, seen: Json | undefined): boolean {
  return type === 'text' && isScalar(item) && !isList(seen)
    ? contains(type, item, seen)
    : meets(type, item, seen);
}

/** Nothing asked of nothing seen is not met; else an empty list of demands is. */
function everyOf<T>(demands: readonly T[], seen: Json | undefined, met: (demand: T) => boolean): boolean {
  return demands.length === 0 ? seen !== undefined : demands.every(met);
}

type Matcher = (type: ComparedType, argument: Json, seen: Json | undefined) => boolean;

const ordered =
  (accept: (order: number) => boolean): Matcher =>
  (type, argument, seen) =>
    (isList(seen) ? seen : [seen]).some((value) => {
      const order = orderOf(type, value, argument);
      return order !== undefined && accept(order);
    });

const matchers: Readonly<Record<MatcherName, Matcher>> = {
  not: (type, argument, seen) => !meets(type, argument, seen),
  any: (type, argument, seen) => asList(argument).some((item) => meets(type, item, seen)),
  all: (type, argument, seen) => everyOf(asList(argument), seen, (item) => meets(type, item, seen)),
  none: (type, argument, seen) => !asList(argument).some((item) => meets(type, item, seen)),
  only: (type, argument, seen) => only(type, asList(argument), seen),
  contains: (type, argument, seen) => everyOf(asList(argument), seen, (item) => contains(type, item, seen)),
  matches: (_type, argument, seen) =>
    everyOf(asList(argument), seen, (item) =>
      (isList(seen) ? seen : [seen]).some((value) => matchesPattern(item, value)),
    ),
  equals: (type, argument, seen) => seen !== undefined && equalsExactly(type, argument, seen),
  gt: ordered(orders.gt),
  gte: ordered(orders.gte),
  lt: ordered(orders.lt),
  lte: ordered(orders.lte),
  size: (_type, argument, seen) => {
    const size = sizeOf(seen);
    return size !== undefined && meets('number', argument, size);
  },
  // The engine writes null where there is nothing.
  exists: (_type, argument, seen) => argument === (seen !== undefined && seen !== null),
  // The judge has put the other resource's value in its place; what is left refers to nothing.
  'same-as': () => false,
};

/** As a set: each is there, and nothing else is. */
function only(type: ComparedType, expected: readonly Json[], seen: Json | undefined): boolean {
  const elements = isList(seen)
    ? seen
    : isJsonObject(seen)
      ? Object.keys(seen)
      : seen === undefined
        ? undefined
        : [seen];
  if (elements === undefined) return false;
  const wanted = expected.flatMap((item) => singles(type, item));
  return (
    wanted.every((item) => elements.some((element) => meets(type, item, element))) &&
    elements.every((element) => wanted.some((item) => meets(type, item, element)))
  );
}

const singles = (type: ComparedType, item: Json): readonly Json[] =>
  isScalar(item) ? spread(type, item) : [item];

function contains(type: ComparedType, item: Json, seen: Json | undefined): boolean {
  if (isList(seen)) {
    return singles(type, item).every((single) => seen.some((element) => meets(type, single, element)));
  }
  if (isJsonObject(seen)) return meets('string', item, Object.keys(seen));
  if (typeof seen !== 'string' || !isScalar(item)) return false;
  if (isPattern(type, item)) return matchesPattern(item, seen);
  // A block of YAML ends in a line feed that its author did not mean.
  return seen.includes(String(item).replace(/\r?\n$/, ''));
}

/** Number of elements, keys or characters. */
function sizeOf(seen: Json | undefined): number | undefined {
  if (isList(seen)) return seen.length;
  if (isJsonObject(seen)) return Object.keys(seen).length;
  if (typeof seen !== 'string') return undefined;
  let characters = 0;
  for (const _ of seen) characters += 1;
  return characters;
}

function hasNaN(value: Json): boolean {
  if (isScalar(value)) return Number.isNaN(value);
  return Object.values(value).some(hasNaN);
}
