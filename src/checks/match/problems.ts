import { nearest } from '../../text/nearest';
import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import { parseJsonPath } from '../../text/json-path';
import type { Attribute } from '../attribute';
import { parseSameAs, type SameAs } from '../same-as';
import { incomparable } from './comparable';
import { isPattern } from './literal';
import {
  literalProblems,
  patternProblems,
  problem,
  sortOf,
  type ExpectationProblem,
} from './literal-problems';
import { isAboutTheMap, isMapMatcher } from './map-matchers';
import { isMatcherName, isOrdered, matcherNames, type MatcherName } from './matchers';
import { asList, isList, isScalar, type ComparedType, type Target } from './target';

export type { ExpectationProblem } from './literal-problems';

/** What an expectation may say: its target, the closed list of values if there is one, and the kinds that `same-as` can name. */
export interface Grammar extends Target {
  readonly values?: readonly string[];
  readonly range?: { readonly from: number; readonly to: number };
  readonly kinds?: readonly string[];
  /** What is known of another kind's attribute. */
  readonly attributeOf?: (
    kind: string,
    attribute: string,
  ) => Pick<Attribute<unknown>, 'type' | 'shape'> | undefined;
}

/** All that is wrong with an expectation; an empty list means that `holds` can be asked. */
export function expectationProblems(grammar: Grammar, expected: Json): readonly ExpectationProblem[] {
  if (isJsonObject(expected) && grammar.shape !== 'one' && grammar.shape !== 'list') {
    if (typeof expected['same-as'] === 'string') return sameAs(grammar, expected['same-as'], ['same-as']);
    if (grammar.shape === 'map' && isAboutTheMap(expected)) return mapProblems(grammar, expected);
    const misplaced = misplacedMatchers(grammar, expected);
    return misplaced.length > 0 ? misplaced : entryProblems(grammar, expected);
  }
  if (grammar.shape === 'document')
    return [problem([], 'expectation.sort', { wanted: ['mapping'], found: sortOf(expected) })];
  // Without an object the expectation is about the keys of a map, which are plain words.
  if (grammar.shape === 'map') return check({ ...grammar, type: 'string', shape: 'list' }, expected, []);
  return check(grammar, expected, []);
}

/** Matchers that are about a whole map: what they ask of entries is asked like any other, the rest is about the keys. */
function mapProblems(grammar: Grammar, expected: JsonObject): readonly ExpectationProblem[] {
  return Object.entries(expected).flatMap(([name, argument]) => {
    const inner = (value: Json, path: Path): readonly ExpectationProblem[] =>
      expectationProblems(grammar, value).map((each) => ({ ...each, path: [...path, ...each.path] }));
    if (name === 'not') return inner(argument, [name]);
    if (['any', 'all', 'none'].includes(name) && isList(argument) && argument.length > 0)
      return argument.flatMap((item, index) => inner(item, [name, index]));
    if (name !== 'equals') return check({ type: 'string', shape: 'list' }, { [name]: argument }, []);
    return isJsonObject(argument)
      ? Object.entries(argument).flatMap(([key, value]) =>
          literalProblems({ ...grammar, plain: true }, value, [name, key]),
        )
      : [problem([name], 'expectation.sort', { wanted: ['mapping'], found: sortOf(argument) })];
  });
}

/** A matcher beside keys or paths would be taken for one of them. */
function misplacedMatchers({ shape }: Grammar, expected: JsonObject): readonly ExpectationProblem[] {
  return Object.entries(expected)
    .filter(([name, argument]) => (shape === 'document' ? isMatcherName(name) : isMapMatcher(name, argument)))
    .map(([name]) =>
      problem([name], 'expectation.matcher-as-key', { matcher: name, shape }, { inKey: true }),
    );
}

type Path = ExpectationProblem['path'];
interface Inner extends Omit<Grammar, 'type'> {
  readonly type: ComparedType;
}

/** Expectations by key or by path; the value behind either can be anything. */
function entryProblems(
  grammar: Grammar,
  expected: Readonly<Record<string, Json>>,
): readonly ExpectationProblem[] {
  const entries = Object.entries(expected);
  if (entries.length === 0) return [problem([], 'expectation.empty', {})];
  const isDocument = grammar.shape === 'document';
  const inner: Inner = isDocument
    ? { ...grammar, type: 'json', shape: 'list' }
    : { ...grammar, shape: grammar.type === 'text' ? 'list' : 'one' };
  return entries.flatMap(([key, value]) => {
    const path = isDocument ? parseJsonPath(key) : undefined;
    const bad =
      path && !path.ok
        ? [
            problem(
              [key],
              'expectation.malformed',
              { value: key, reason: path.error.code, part: key },
              { inKey: true, at: path.error.index },
            ),
          ]
        : [];
    return [...bad, ...check(inner, value, [key])];
  });
}

function check(grammar: Inner, expected: Json, path: Path): readonly ExpectationProblem[] {
  if (isList(expected)) return listProblems(grammar, expected, path);
  if (!isJsonObject(expected)) return literalProblems(grammar, expected, path);
  const entries = Object.entries(expected);
  if (entries.length === 0) return [problem(path, 'expectation.empty', {})];
  return entries.flatMap(([name, argument]) =>
    isMatcherName(name)
      ? argumentProblems[name](grammar, argument, [...path, name], name)
      : [unknownMatcher(name, path)],
  );
}

/** A bare list: all of these are contained. */
function listProblems(grammar: Inner, expected: readonly Json[], path: Path): readonly ExpectationProblem[] {
  if (expected.length === 0) return [problem(path, 'expectation.empty', {})];
  if (grammar.shape === 'one' && grammar.type !== 'text')
    return [problem(path, 'expectation.list-of-one', {})];
  return expected.flatMap((item, index) => check(grammar, item, [...path, index]));
}

function unknownMatcher(name: string, path: Path): ExpectationProblem {
  const near = nearest(name, matcherNames);
  const args = { name, known: matcherNames, ...(near !== undefined && { nearest: near }) };
  return problem([...path, name], 'expectation.unknown-matcher', args, { inKey: true });
}

type ArgumentCheck = (
  grammar: Inner,
  argument: Json,
  path: Path,
  name: MatcherName,
) => readonly ExpectationProblem[];

const same: ArgumentCheck = (grammar, argument, path) => check(grammar, argument, path);

const eachOf =
  (mayBeEmpty: boolean): ArgumentCheck =>
  (grammar, argument, path) => {
    if (!isList(argument))
      return [problem(path, 'expectation.sort', { wanted: ['list'], found: sortOf(argument) })];
    if (argument.length === 0 && !mayBeEmpty) return [problem(path, 'expectation.empty', {})];
    return argument.flatMap((item, index) => check(grammar, item, [...path, index]));
  };

const contained: ArgumentCheck = (grammar, argument, path) => {
  const isSingle = grammar.shape === 'one' && grammar.type !== 'text';
  if (isSingle && !['string', 'path'].includes(grammar.type)) return doesNotApply(grammar, path, 'contains');
  const parts = asList(argument);
  if (parts.length === 0) return [problem(path, 'expectation.empty', {})];
  // Part of a value need not be one of the values that the whole can have.
  const { values: _, ...part } = grammar;
  return parts.flatMap((item, index) =>
    check(isSingle ? part : grammar, item, isList(argument) ? [...path, index] : path),
  );
};

const ordered: ArgumentCheck = (grammar, argument, path, name) => {
  if (!isOrdered(grammar.type)) return doesNotApply(grammar, path, name);
  if (
    !isScalar(argument) ||
    isPattern(grammar.type, argument) ||
    (grammar.type === 'json' && typeof argument !== 'number')
  )
    return [problem(path, 'expectation.sort', { wanted: ['number'], found: sortOf(argument) })];
  // `lt: 600` says more of a status than any that there is.
  const { range: _, ...bound } = grammar;
  return literalProblems({ ...bound, exactVersion: true }, argument, path);
};

const argumentProblems: Readonly<Record<MatcherName, ArgumentCheck>> = {
  not: same,
  any: eachOf(false),
  all: eachOf(false),
  none: eachOf(false),
  only: eachOf(true),
  contains: contained,
  matches: (grammar, argument, path) => {
    const patterns = asList(argument);
    if (patterns.length === 0) return [problem(path, 'expectation.empty', {})];
    if (['number', 'boolean', 'size', 'duration', 'mode'].includes(grammar.type))
      return doesNotApply(grammar, path, 'matches');
    return patterns.flatMap((item, index) =>
      patternProblems(item, isList(argument) ? [...path, index] : path),
    );
  },
  equals: (grammar, argument, path) => {
    if (grammar.type === 'json') return [];
    if (isList(argument) && grammar.shape === 'list')
      return argument.flatMap((item, index) =>
        literalProblems({ ...grammar, plain: true }, item, [...path, index]),
      );
    return literalProblems({ ...grammar, plain: true }, argument, path);
  },
  gt: ordered,
  gte: ordered,
  lt: ordered,
  lte: ordered,
  size: (grammar, argument, path) =>
    grammar.shape === 'one' && !['string', 'path', 'text'].includes(grammar.type)
      ? doesNotApply(grammar, path, 'size')
      : check({ ...unlisted(grammar), type: 'number', shape: 'one' }, argument, path),
  exists: (_grammar, argument, path) =>
    typeof argument === 'boolean'
      ? []
      : [problem(path, 'expectation.sort', { wanted: ['boolean'], found: sortOf(argument) })],
  'same-as': sameAs,
};

/** Without the closed list of values, which a part, a size or a key need not be of. */
const unlisted = ({ values: _, ...grammar }: Inner): Omit<Inner, 'values'> => grammar;

/** Both sides have types: what can never be the same is told. */
function differs(
  { type, shape, attributeOf }: Omit<Inner, 'values'>,
  { kind, attribute, key }: SameAs,
  path: Path,
): readonly ExpectationProblem[] {
  const found = attributeOf?.(kind, attribute);
  const because = found && incomparable({ type, shape }, found, key);
  if (because === undefined || found === undefined) return [];
  return [
    problem(path, 'expectation.same-as-differs', { attribute, because, wanted: type, found: found.type }),
  ];
}

function doesNotApply({ type }: Inner, path: Path, matcher: MatcherName): readonly ExpectationProblem[] {
  return [problem(path, 'expectation.matcher-does-not-apply', { matcher, type }, { inKey: true })];
}

function sameAs(grammar: Omit<Inner, 'values'>, value: Json, path: Path): readonly ExpectationProblem[] {
  const { kinds } = grammar;
  const reference = typeof value === 'string' ? parseSameAs(value) : undefined;
  if (reference === undefined)
    return [
      problem(path, 'expectation.same-as', {
        value: typeof value === 'string' ? value : JSON.stringify(value),
      }),
    ];
  if (kinds === undefined || kinds.includes(reference.kind)) return differs(grammar, reference, path);
  const near = nearest(reference.kind, kinds);
  const args = { kind: reference.kind, known: kinds, ...(near !== undefined && { nearest: near }) };
  return [problem(path, 'expectation.same-as-kind', args)];
}
