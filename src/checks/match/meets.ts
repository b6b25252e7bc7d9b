import { isJsonObject, type Json } from '../../text/json';
import { isEmpty, sizeOf } from './amount';
import {
  equalsExactly,
  equalsLiteral,
  isFoundInBeginning,
  isPattern,
  matchesPattern,
  spread,
} from './literal';
import { isMatcherName, orders, type MatcherName } from './matchers';
import { orderOf } from './order';
import { elementsOf, keysOf, missingFrom, type Sight } from './sight';
import { asList, isList, isScalar, type ComparedType, type Scalar } from './target';
import { allOf, anyOf, foundOr, negated, truthOf, type Truth } from './truth';

/** Whether what was seen meets an expectation of its type. */
export function meets(type: ComparedType, expected: Json, sight: Sight): Truth {
  if (sight.value === undefined && sight.cut !== false) return 'unknown';
  if (isList(expected)) return everyOf(expected, sight, (item) => includes(type, item, sight));
  if (isJsonObject(expected)) {
    return everyOf(Object.entries(expected), sight, ([name, argument]) =>
      isMatcherName(name) ? matchers[name](type, argument, sight) : 'no',
    );
  }
  if (!isList(sight.value)) return equalsOne(type, expected, sight);
  return allOf(spread(type, expected), (single) =>
    among(sight, (element) => equalsOne(type, single, element)),
  );
}

/** Nothing asked of nothing seen is not met; else an empty list of demands is. */
export const everyOf = <T>(demands: readonly T[], { value }: Sight, met: (demand: T) => Truth): Truth =>
  demands.length === 0 ? truthOf(value !== undefined) : allOf(demands, met);

type Matcher = (type: ComparedType, argument: Json, sight: Sight) => Truth;

/** An item of a bare list: a text has to have it somewhere inside. */
const includes: Matcher = (type, item, sight) =>
  type === 'text' && isScalar(item) && !isList(sight.value)
    ? contains(type, item, sight)
    : meets(type, item, sight);

/** One of the elements, or the single value; what is not among those seen may be in the rest. */
function among(sight: Sight, judge: (element: Sight) => Truth): Truth {
  const found = anyOf(elementsOf(sight), judge);
  return found === 'no' ? missingFrom(sight) : found;
}

/** A single value. Of a cut one nothing is known but what it begins with; a number is at least that. */
function equalsOne(type: ComparedType, expected: Scalar, { value, cut }: Sight): Truth {
  if (value === undefined) return 'no';
  if (cut === false) return truthOf(equalsLiteral(type, expected, value));
  return isPattern(type, expected)
    ? foundOr(isFoundInBeginning(expected, value), 'unknown')
    : isBeyond(type, expected, value);
}

const isBeyond = (type: ComparedType, expected: Json, value: Json): Truth =>
  typeof value === 'number' && (orderOf(type, value, expected) ?? 0) > 0 ? 'no' : 'unknown';

const ordered =
  (name: 'gt' | 'gte' | 'lt' | 'lte'): Matcher =>
  (type, argument, sight) =>
    among(sight, ({ value, cut }) => {
      const order = orderOf(type, value, argument);
      const accepted = order !== undefined && orders[name](order);
      if (cut === false) return truthOf(accepted);
      if (typeof value !== 'number') return 'unknown';
      // The whole is at least this: more than a lower limit stays more, more than an upper one as well.
      const isLower = name === 'gt' || name === 'gte';
      return order !== undefined && accepted === isLower ? truthOf(accepted) : 'unknown';
    });

export const matchers: Readonly<Record<MatcherName, Matcher>> = {
  not: (type, argument, sight) => negated(meets(type, argument, sight)),
  any: (type, argument, sight) => anyOf(asList(argument), (item) => meets(type, item, sight)),
  all: (type, argument, sight) => everyOf(asList(argument), sight, (item) => meets(type, item, sight)),
  none: (type, argument, sight) => negated(anyOf(asList(argument), (item) => meets(type, item, sight))),
  only: (type, argument, sight) => only(type, asList(argument), sight),
  contains: (type, argument, sight) =>
    everyOf(asList(argument), sight, (item) => contains(type, item, sight)),
  matches: (_type, argument, sight) =>
    everyOf(asList(argument), sight, (item) => among(sight, (element) => isFound(item, element))),
  equals: (type, argument, { value, cut }) => {
    if (value === undefined) return 'no';
    return cut === false ? truthOf(equalsExactly(type, argument, value)) : isBeyond(type, argument, value);
  },
  gt: ordered('gt'),
  gte: ordered('gte'),
  lt: ordered('lt'),
  lte: ordered('lte'),
  size: (_type, argument, { value, cut }) => {
    const size = sizeOf(value);
    if (size === undefined) return 'no';
    return meets('number', argument, { value: size, cut: cut === false ? cut : 'part' });
  },
  exists: (_type, argument, { value, cut, held = false }) => {
    const isThere = held ? value !== undefined && value !== null : !isEmpty(value);
    const truth = cut === false ? truthOf(isThere) : foundOr(isThere, 'unknown');
    return argument === true ? truth : argument === false ? negated(truth) : 'no';
  },
  // The judge has put the other resource's value in its place; what is left refers to nothing.
  'same-as': () => 'no',
};

const isFound = (pattern: Json, { value, cut }: Sight): Truth =>
  cut === false
    ? truthOf(matchesPattern(pattern, value))
    : foundOr(isFoundInBeginning(pattern, value), 'unknown');

/** As a set: each is there, and nothing else is. */
function only(type: ComparedType, expected: readonly Json[], sight: Sight): Truth {
  if (sight.value === undefined) return 'no';
  const seen = isJsonObject(sight.value) ? keysOf(sight) : sight;
  const wanted = expected.flatMap((item) => singles(type, item));
  const both: readonly (() => Truth)[] = [
    () => allOf(wanted, (item) => among(seen, (element) => meets(type, item, element))),
    () => allOf(elementsOf(seen), (element) => anyOf(wanted, (item) => meets(type, item, element))),
    () => negated(missingFrom(seen)),
  ];
  return allOf(both, (judge) => judge());
}

const singles = (type: ComparedType, item: Json): readonly Json[] =>
  isScalar(item) ? spread(type, item) : [item];

function contains(type: ComparedType, item: Json, sight: Sight): Truth {
  const { value, cut } = sight;
  if (isList(value))
    return allOf(singles(type, item), (single) => among(sight, (element) => meets(type, single, element)));
  if (isJsonObject(value)) return meets('string', item, keysOf(sight));
  if (typeof value !== 'string' || !isScalar(item)) return 'no';
  if (isPattern(type, item)) return isFound(item, sight);
  // A block of YAML ends in a line feed that its author did not mean.
  return foundOr(value.includes(String(item).replace(/\r?\n$/, '')), cut === false ? 'no' : 'unknown');
}
