import { isJsonObject, type Json } from '../../text/json';
import { isEmpty, sizeOf } from './amount';
import {
  equalsExactly,
  equalsLiteral,
  isPattern,
  matchesSpelled,
  patternSource,
  spread,
  withoutFinalLineFeed,
} from './literal';
import { isMatcherName, orders, type MatcherName } from './matchers';
import { orderOf } from './order';
import { isIn } from './sought';
import { elementsOf, keysOf, missingFrom, whole, type Sight } from './sight';
import { asList, isList, isScalar, type How, type Scalar } from './target';
import { allOf, anyOf, foundOr, negated, truthOf, type Truth } from './truth';

/** Whether what was seen meets an expectation of its type. */
export function meets(how: How, expected: Json, sight: Sight): Truth {
  if (sight.value === undefined && sight.cut !== false) return 'unknown';
  if (isList(expected)) return everyOf(expected, sight, (item) => includes(how, item, sight));
  if (isJsonObject(expected)) {
    return everyOf(Object.entries(expected), sight, ([name, argument]) =>
      isMatcherName(name) ? matchers[name](how, argument, sight) : 'no',
    );
  }
  if (!isList(sight.value)) return equalsOne(how, expected, sight);
  return allOf(spread(how.type, expected), (single) =>
    among(sight, (element) => equalsOne(how, single, element)),
  );
}

/** Nothing asked of nothing seen is not met; else an empty list of demands is. */
export const everyOf = <T>(demands: readonly T[], { value }: Sight, met: (demand: T) => Truth): Truth =>
  demands.length === 0 ? truthOf(value !== undefined) : allOf(demands, met);

type Matcher = (how: How, argument: Json, sight: Sight) => Truth;

/** An item of a bare list: a text has to have it somewhere inside. */
const includes: Matcher = (how, item, sight) =>
  how.type === 'text' && isScalar(item) && !isList(sight.value)
    ? contains(how, item, sight)
    : meets(how, item, sight);

/** One of the elements, or the single value; what is not among those seen may be in the rest. */
function among(sight: Sight, judge: (element: Sight) => Truth): Truth {
  const found = anyOf(elementsOf(sight), judge);
  return found === 'no' ? missingFrom(sight) : found;
}

/** A single value. Of a cut one nothing is known but what it begins with; a number is at least that. */
function equalsOne(how: How, expected: Scalar, sight: Sight): Truth {
  const { value, cut } = sight;
  if (value === undefined) return 'no';
  if (cut === false) return truthOf(equalsLiteral(how, expected, value));
  return isPattern(how.type, expected) ? isIn(sight, { pattern: expected }) : isBeyond(how, expected, sight);
}

function isBeyond(how: How, expected: Json, { value, searched }: Sight): Truth {
  if (typeof value === 'number') return (orderOf(how.type, value, expected) ?? 0) > 0 ? 'no' : 'unknown';
  // A final line feed does not count.
  const most = (isScalar(expected) ? (sizeOf(String(expected)) ?? 0) : 0) + 2;
  return (searched?.size ?? 0) > most ? 'no' : 'unknown';
}

const ordered =
  (name: 'gt' | 'gte' | 'lt' | 'lte'): Matcher =>
  (how, argument, sight) =>
    among(sight, ({ value, cut }) => {
      const order = orderOf(how.type, value, argument);
      const accepted = order !== undefined && orders[name](order);
      if (cut === false) return truthOf(accepted);
      if (typeof value !== 'number') return 'unknown';
      // The whole is at least this: more than a lower limit stays more, more than an upper one as well.
      const isLower = name === 'gt' || name === 'gte';
      return order !== undefined && accepted === isLower ? truthOf(accepted) : 'unknown';
    });

export const matchers: Readonly<Record<MatcherName, Matcher>> = {
  not: (how, argument, sight) => negated(meets(how, argument, sight)),
  any: (how, argument, sight) => anyOf(asList(argument), (item) => meets(how, item, sight)),
  all: (how, argument, sight) => everyOf(asList(argument), sight, (item) => meets(how, item, sight)),
  none: (how, argument, sight) => negated(anyOf(asList(argument), (item) => meets(how, item, sight))),
  only: (how, argument, sight) => only(how, asList(argument), sight),
  contains: (how, argument, sight) => everyOf(asList(argument), sight, (item) => contains(how, item, sight)),
  matches: (how, argument, sight) =>
    everyOf(asList(argument), sight, (item) => among(sight, (element) => isFound(how, item, element))),
  equals: (how, argument, sight) => {
    const { value, cut } = sight;
    if (value === undefined) return 'no';
    return cut === false ? truthOf(equalsExactly(how, argument, value)) : isBeyond(how, argument, sight);
  },
  gt: ordered('gt'),
  gte: ordered('gte'),
  lt: ordered('lt'),
  lte: ordered('lte'),
  size: (_how, argument, { value, cut, searched }) => {
    const size = searched?.size ?? sizeOf(value);
    if (size === undefined) return 'no';
    if (searched?.size !== undefined) return meets({ type: 'number' }, argument, whole(size));
    return meets({ type: 'number' }, argument, { value: size, cut: cut === false ? cut : 'part' });
  },
  exists: (_how, argument, { value, cut, held = false }) => {
    const isThere = held ? value !== undefined && value !== null : !isEmpty(value);
    const truth = cut === false ? truthOf(isThere) : foundOr(isThere, 'unknown');
    return argument === true ? truth : argument === false ? negated(truth) : 'no';
  },
  // The judge has put the other resource's value in its place; what is left refers to nothing.
  'same-as': () => 'no',
};

const isFound = (how: How, pattern: Json, sight: Sight): Truth =>
  sight.cut === false
    ? truthOf(matchesSpelled(how, pattern, sight.value))
    : typeof pattern === 'string'
      ? isIn(sight, { pattern: patternSource(pattern) })
      : 'unknown';

/** As a set: each is there, and nothing else is. */
function only(how: How, expected: readonly Json[], sight: Sight): Truth {
  if (sight.value === undefined) return 'no';
  const seen = isJsonObject(sight.value) ? keysOf(sight) : sight;
  const wanted = expected.flatMap((item) => singles(how, item));
  const both: readonly (() => Truth)[] = [
    () => allOf(wanted, (item) => among(seen, (element) => meets(how, item, element))),
    () => allOf(elementsOf(seen), (element) => anyOf(wanted, (item) => meets(how, item, element))),
    () => negated(missingFrom(seen)),
  ];
  return allOf(both, (judge) => judge());
}

const singles = (how: How, item: Json): readonly Json[] => (isScalar(item) ? spread(how.type, item) : [item]);

function contains(how: How, item: Json, sight: Sight): Truth {
  const { value, cut } = sight;
  if (isList(value))
    return allOf(singles(how, item), (single) => among(sight, (element) => meets(how, single, element)));
  if (isJsonObject(value)) return meets({ type: 'string' }, item, keysOf(sight));
  if (typeof value !== 'string' || !isScalar(item)) return 'no';
  if (isPattern(how.type, item)) return isFound(how, item, sight);
  const text = withoutFinalLineFeed(String(item));
  return cut === false ? truthOf(value.includes(text)) : isIn(sight, { text });
}
