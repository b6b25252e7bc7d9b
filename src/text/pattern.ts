import type * as Re2 from 're2js';
import { literalSearch, type Found } from './literal-pattern';
import { explainSyntaxError, type PatternProblem } from './pattern-problem';
import { err, ok, type Result } from './result';

export type { PatternProblem } from './pattern-problem';

/** An author's `/…/flags`, compiled. Matching takes time linear in the text, whatever the pattern and the text. */
export interface Pattern {
  /** As written, slashes and flags included. */
  readonly source: string;
  readonly test: (text: string) => boolean;
  readonly find: (text: string) => Found | undefined;
  /** Whether it is found in this text however the text goes on: not by what stands at its end. */
  readonly testBeginning: (text: string) => boolean;
  /** Whether it is found in this text whatever stands before and behind it. */
  readonly testInside: (text: string) => boolean;
  /** Flags that were accepted but change nothing; `u` because matching is by code point anyway. */
  readonly ignoredFlags: readonly string[];
}

const MAX_SOURCE = 1000;
const MAX_CACHED = 256;
const cache = new Map<string, Result<Pattern, PatternProblem>>();

/** Whether a text has the form `/…/flags`, so that it is meant as a pattern and not as a literal. `/usr/bin` is a literal. */
export function isPatternText(text: string): boolean {
  const end = text.lastIndexOf('/');
  return text.startsWith('/') && end > 1 && /^[dgimsuvy]{0,8}$/.test(text.slice(end + 1));
}

/** Compiles `/…/flags` (flags i, m, s; RE2 syntax), or says what is wrong and where. */
export function parsePattern(source: string): Result<Pattern, PatternProblem> {
  const known = cache.get(source);
  if (known) return known;
  const parsed = compile(source);
  // Patterns come from labs, so there are few; the limit only bounds a long-lived process.
  if (cache.size >= MAX_CACHED) cache.clear();
  if (source.length <= MAX_SOURCE) cache.set(source, parsed);
  return parsed;
}

function compile(source: string): Result<Pattern, PatternProblem> {
  if (source.length > MAX_SOURCE) return err({ code: 'pattern-too-long', index: MAX_SOURCE });
  const end = source.lastIndexOf('/');
  if (!source.startsWith('/') || end === 0) return err({ code: 'pattern-no-slashes', index: 0 });
  const body = source.slice(1, end);
  if (body === '') return err({ code: 'pattern-empty', index: 1 });
  const flags = source.slice(end + 1);
  const unknown = /[^imsu]/.exec(flags);
  if (unknown) return err({ code: 'pattern-flag', index: end + 1 + unknown.index, detail: unknown[0] });
  const ignoredFlags = flags.includes('u') ? ['u'] : [];
  const meaningful = flags.replace(/u/g, '');

  const literal = meaningful === '' ? literalSearch(body) : undefined;
  if (literal)
    return ok({
      source,
      ignoredFlags,
      test: (text) => literal(text) !== undefined,
      find: literal,
      testBeginning: (text) => !endsAtEnd.test(body) && literal(text) !== undefined,
      testInside: (text) => !body.startsWith('^') && !endsAtEnd.test(body) && literal(text) !== undefined,
    });
  const compiled = compileRe2(body, meaningful);
  return compiled.ok ? ok({ source, ignoredFlags, ...compiled.value }) : compiled;
}

const endsAtEnd = /(?:^|[^\\])(?:\\\\)*\$$/;

type Search = Pick<Pattern, 'test' | 'find' | 'testBeginning' | 'testInside'>;

function compileRe2(body: string, flags: string): Result<Search, PatternProblem> {
  const { RE2JS, RE2JSException, RE2JSSyntaxException } = loadRe2();
  try {
    const bits =
      (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
      (flags.includes('m') ? RE2JS.MULTILINE : 0) |
      (flags.includes('s') ? RE2JS.DOTALL : 0);
    const compiled = RE2JS.compile(body, bits);
    let followed: ((text: string) => boolean) | undefined;
    let enclosed: ((text: string) => boolean) | undefined;
    return ok({
      testBeginning: (text) => (followed ??= surrounded('', body, bits))(text),
      testInside: (text) => (enclosed ??= surrounded(something, body, bits))(text),
      test: (text) => compiled.test(text),
      find: (text) => {
        const matcher = compiled.matcher(text);
        return matcher.find() ? { index: matcher.start(), text: matcher.group() ?? '' } : undefined;
      },
    });
  } catch (error) {
    if (error instanceof RE2JSSyntaxException)
      return err(explainSyntaxError(body, error.error, error.input ?? undefined));
    if (error instanceof RE2JSException) return err({ code: 'pattern-syntax', detail: error.message });
    throw error;
  }
}

const something = '(?s:.)';

/** A match with one more character behind it: then nothing of it was concluded from the end (`$`, `\b`); likewise before it. */
function surrounded(before: string, body: string, bits: number): (text: string) => boolean {
  const { RE2JS, RE2JSException } = loadRe2();
  try {
    const compiled = RE2JS.compile(`${before}(?:${body})${something}`, bits);
    return (text) => compiled.test(text);
  } catch (error) {
    // A quotation that is open to the end (`\Q…`), or a pattern at the limit of its size: it is not known, then.
    if (error instanceof RE2JSException) return () => false;
    throw error;
  }
}

function loadRe2(): typeof Re2 {
  // Loading it costs 20 ms, which a lab without a real pattern need not pay.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('re2js') as typeof Re2;
}
