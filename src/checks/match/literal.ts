import { abbreviates } from '../../text/engine-id';
import { commandsOf, isCommand } from '../../text/console/commands';
import { parseReference, sameImageName, sameReference } from '../../text/image-reference';
import type { Json } from '../../text/json';
import { isJsonObject } from '../../text/json';
import { parseMode } from '../../text/mode';
import { isPatternText, parsePattern } from '../../text/pattern';
import { matchesPlatform, parsePlatform } from '../../text/platform';
import { covers, formatPublication, parsePublication, type Publication } from '../../text/published-port';
import type { Result } from '../../text/result';
import { satisfiesRange } from '../../text/version';
import { takesPatterns } from './matchers';
import { bytesOf, millisecondsOf } from './order';
import { cleanPath } from '../../text/clean-path';
import { isList, isScalar, type ComparedType, type How, type Scalar } from './target';

type Equals = (expected: Scalar, seen: Json) => boolean;

/** Whether a single seen value is what the literal says, pattern included. */
export function equalsLiteral(how: How, expected: Scalar, seen: Json): boolean {
  return isPattern(how.type, expected) ? matchesSpelled(how, expected, seen) : isEqual(how, expected, seen);
}

/** Like the literal with all that it is: no pattern, lists in order, objects key by key. */
export function equalsExactly(how: How, expected: Json, seen: Json): boolean {
  if (isScalar(expected)) return isEqual(how, expected, seen);
  if (isList(expected)) {
    return (
      isList(seen) &&
      seen.length === expected.length &&
      expected.every((item, index) => equalsExactly(how, item, seen[index] ?? null))
    );
  }
  if (!isJsonObject(expected) || !isJsonObject(seen)) return false;
  const keys = Object.keys(expected);
  return (
    keys.length === Object.keys(seen).length &&
    keys.every(
      (key) => Object.hasOwn(seen, key) && equalsExactly(how, expected[key] ?? null, seen[key] ?? null),
    )
  );
}

function isEqual({ type, spell }: How, expected: Scalar, seen: Json): boolean {
  if (equality[type](expected, seen)) return true;
  if (spell === undefined || typeof seen !== 'string' || expected === null) return false;
  return spell(String(expected))[0] === spell(seen)[0];
}

/** One of the spellings has what the pattern looks for. */
export function matchesSpelled({ spell }: How, source: Json, seen: Json | undefined): boolean {
  if (matchesPattern(source, seen)) return true;
  return typeof seen === 'string' && spell?.(seen).some((other) => matchesPattern(source, other)) === true;
}

export function isPattern(type: ComparedType, expected: Json): expected is string {
  return typeof expected === 'string' && takesPatterns(type) && isPatternText(expected);
}

/** `source` is `/…/flags`, or without slashes the pattern alone. What is no pattern matches nothing. */
function matchesPattern(source: Json, seen: Json | undefined): boolean {
  if (typeof source !== 'string' || seen === undefined || seen === null || !isScalar(seen)) return false;
  const pattern = parsePattern(patternSource(source));
  return pattern.ok && pattern.value.test(String(seen));
}

/** `matches: "^a+$"` may do without slashes, since it can be nothing else. */
export const patternSource = (source: string): string => (isPatternText(source) ? source : `/${source}/`);

/** A literal for a range of ports stands for one literal a port. */
export function spread(type: ComparedType, literal: Scalar): readonly Scalar[] {
  if (type !== 'publication' || isPattern(type, literal)) return [literal];
  const publications = publicationsOf(literal);
  return publications.length > 1 ? publications.map(formatPublication) : [literal];
}

const equality: Readonly<Record<ComparedType, Equals>> = {
  string: sameText,
  path: (expected, seen) =>
    typeof seen === 'string' && typeof expected === 'string' && cleanPath(expected) === cleanPath(seen),
  text: (expected, seen) =>
    typeof seen === 'string' && withoutFinalLineFeed(String(expected)) === withoutFinalLineFeed(seen),
  number: (expected, seen) => typeof expected === 'number' && expected === seen,
  boolean: (expected, seen) => typeof expected === 'boolean' && expected === seen,
  json: (expected, seen) => expected === seen,
  version: (expected, seen) => sameText(expected, seen) || isInRange(seen, String(expected)),
  size: (expected, seen) => sameNumber(bytesOf(expected), bytesOf(seen)),
  duration: (expected, seen) => sameNumber(millisecondsOf(expected), millisecondsOf(seen)),
  publication: (expected, seen) =>
    publicationsOf(seen).some((actual) =>
      publicationsOf(expected).some((wanted) => isPublished(wanted, actual)),
    ),
  reference: (expected, seen) => sameText(expected, seen) || isSameImage(String(expected), seen),
  id: (expected, seen) => typeof seen === 'string' && abbreviates(seen, String(expected)),
  mode: (expected, seen) => sameNumber(parsed(parseMode, expected), parsed(parseMode, seen)),
  command: (expected, seen) => typeof seen === 'string' && sameCommand(seen, String(expected)),
  platform: (expected, seen) => {
    const wanted = parsed(parsePlatform, expected);
    const actual = parsed(parsePlatform, seen);
    return wanted !== undefined && actual !== undefined && matchesPlatform(wanted, actual);
  },
};

function sameText(expected: Scalar, seen: Json): boolean {
  return typeof seen === 'string' && expected !== null && String(expected) === seen;
}

/** A block of YAML ends in a line feed that its author did not mean. */
export const withoutFinalLineFeed = (text: string): string => text.replace(/\r?\n$/, '');

const sameNumber = (expected: number | undefined, seen: number | undefined): boolean =>
  expected !== undefined && expected === seen;

/** What is seen is one command already; of what is wanted the first counts. */
function sameCommand(seen: string, expected: string): boolean {
  const [wanted] = commandsOf(expected);
  const [command] = commandsOf(seen);
  return wanted !== undefined && command !== undefined && isCommand(command, wanted);
}

function isInRange(seen: Json, range: string): boolean {
  const inside = typeof seen === 'string' ? satisfiesRange(seen, range) : undefined;
  return inside?.ok === true && inside.value;
}

function isSameImage(expected: string, seen: Json): boolean {
  const wanted = parseReference(expected);
  const actual = typeof seen === 'string' ? parseReference(seen) : undefined;
  if (!wanted.ok || !actual?.ok) return false;
  // A name alone is met by that name with any digest behind it.
  return wanted.value.digest === undefined
    ? sameImageName(wanted.value, actual.value)
    : sameReference(wanted.value, actual.value);
}

function publicationsOf(value: Json): readonly Publication[] {
  return (
    (typeof value === 'number' ? parsed(parsePublication, String(value)) : parsed(parsePublication, value)) ??
    []
  );
}

/** The seen side is written like `-p` too; without an address it listens on all of them. */
function isPublished(wanted: Publication, actual: Publication): boolean {
  const { hostIp = '0.0.0.0', hostPort = 0, containerPort, protocol } = actual;
  return covers(wanted, { hostIps: [hostIp], hostPort, containerPort, protocol });
}

function parsed<T>(parse: (text: string) => Result<T, unknown>, value: Json): T | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const result = parse(String(value));
  return result.ok ? result.value : undefined;
}
