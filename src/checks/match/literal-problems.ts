import type { ExpectationMessages, Malformed, Sort } from '../../messages/codes/expectation';
import { parseDuration } from '../../text/duration';
import { parseReference } from '../../text/image-reference';
import { isJsonObject, type Json } from '../../text/json';
import { parseMode } from '../../text/mode';
import { nearest } from '../../text/nearest';
import { isPatternText, parsePattern } from '../../text/pattern';
import { parsePlatform } from '../../text/platform';
import { parsePublication } from '../../text/published-port';
import type { Result } from '../../text/result';
import { parseSize } from '../../text/size';
import { isVersionRange, parseVersion } from '../../text/version';
import { isPattern, patternSource } from './literal';
import { isList, isScalar, type ComparedType } from './target';

export type ExpectationCode = keyof ExpectationMessages;

/** Something wrong with an expectation. `path` leads to it from the expectation's root. */
export type ExpectationProblem = {
  [C in ExpectationCode]: {
    readonly path: readonly (string | number)[];
    readonly code: C;
    readonly args: ExpectationMessages[C];
    /** UTF-16 code units from the start of the value, or of the key with `inKey`. */
    readonly at?: number;
    /** The key at the end of `path` is wrong, not the value behind it. */
    readonly inKey?: boolean;
  };
}[ExpectationCode];

export function problem<C extends ExpectationCode>(
  path: ExpectationProblem['path'],
  code: C,
  args: ExpectationMessages[C],
  place: { readonly at?: number; readonly inKey?: boolean } = {},
): ExpectationProblem {
  // A mapped union cannot be built from its own generic parts without saying so.
  return { path, code, args, ...place } as ExpectationProblem;
}

export function sortOf(value: Json): Sort {
  if (value === null) return 'nothing';
  if (isList(value)) return 'list';
  if (isJsonObject(value)) return 'mapping';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}

export interface LiteralGrammar {
  readonly type: ComparedType;
  readonly values?: readonly string[];
  readonly range?: { readonly from: number; readonly to: number };
  /** No pattern: `/a/` means these three characters. */
  readonly plain?: boolean;
  /** A version to compare with, not a range. */
  readonly exactVersion?: boolean;
}

/** What is wrong with a single value of an expectation. */
export function literalProblems(
  grammar: LiteralGrammar,
  value: Json,
  path: ExpectationProblem['path'],
): readonly ExpectationProblem[] {
  const { type, values, range, plain = false } = grammar;
  if (typeof value === 'number' && !Number.isFinite(value))
    return [problem(path, 'expectation.sort', { wanted: ['finite number'], found: 'number' })];
  if (type === 'json' && isScalar(value)) return isPattern(type, value) ? patternProblems(value, path) : [];
  const wanted = sortsOf[type];
  if (!wanted.includes(sortOf(value)))
    return [problem(path, 'expectation.sort', { wanted, found: sortOf(value) })];
  if (type === 'duration' && typeof value === 'number' && value !== 0)
    return malformed(String(value), parseDuration(value), path);
  if (!plain && isPattern(type, value)) return patternProblems(value, path);
  if (range && typeof value === 'number' && (value < range.from || value > range.to))
    return [problem(path, 'expectation.out-of-range', { value, ...range })];
  const text = String(value);
  if (!plain && isPatternText(text) && !['path', 'string', 'text'].includes(type))
    return [problem(path, 'expectation.pattern-not-taken', { type })];
  if (values !== undefined && !values.includes(text)) {
    const near = nearest(text, values);
    const args = { value: text, known: values, ...(near !== undefined && { nearest: near }) };
    return [problem(path, 'expectation.unknown-value', args)];
  }
  return malformed(text, parse(grammar, text), path);
}

/** What is wrong with the argument of `matches`, or with a literal that has the form of a pattern. */
export function patternProblems(
  value: Json,
  path: ExpectationProblem['path'],
): readonly ExpectationProblem[] {
  if (typeof value !== 'string')
    return [problem(path, 'expectation.sort', { wanted: ['text'], found: sortOf(value) })];
  const source = patternSource(value);
  const pattern = parsePattern(source);
  if (pattern.ok) return [];
  const { code, index, detail = '' } = pattern.error;
  // Slashes that were added here are not in the author's text.
  const at = index === undefined ? undefined : source === value ? index : Math.max(0, index - 1);
  const args = { value, reason: code, part: detail };
  return [problem(path, 'expectation.malformed', args, at === undefined ? {} : { at })];
}

const textual: readonly Sort[] = ['text'];

const sortsOf: Readonly<Record<ComparedType, readonly Sort[]>> = {
  string: textual,
  text: textual,
  path: textual,
  number: ['number'],
  boolean: ['boolean'],
  version: textual,
  size: ['text', 'number'],
  duration: ['text', 'number'],
  // A port number alone asks for that container port, wherever it is published.
  publication: ['text', 'number'],
  reference: textual,
  id: textual,
  mode: textual,
  command: textual,
  platform: textual,
  json: ['text', 'number', 'boolean', 'nothing'],
};

interface Trouble {
  readonly code: Malformed;
  readonly part: string;
}

function parse({ type, exactVersion = false }: LiteralGrammar, text: string): Result<unknown, Trouble> {
  switch (type) {
    case 'version':
      return exactVersion || !isVersionRange(text) ? parseVersion(text) : { ok: true, value: text };
    case 'size':
      return parseSize(text);
    case 'duration':
      return parseDuration(text);
    case 'publication':
      return parsePublication(text);
    case 'reference':
      return parseReference(text);
    case 'mode':
      return parseMode(text);
    case 'platform':
      return parsePlatform(text);
    default:
      return { ok: true, value: text };
  }
}

function malformed(
  value: string,
  result: Result<unknown, Trouble>,
  path: ExpectationProblem['path'],
): readonly ExpectationProblem[] {
  if (result.ok) return [];
  const { code, part } = result.error;
  const at = part === '' ? -1 : value.indexOf(part);
  return [problem(path, 'expectation.malformed', { value, reason: code, part }, at > 0 ? { at } : {})];
}
