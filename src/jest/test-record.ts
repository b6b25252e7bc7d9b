import { stripVTControlCharacters } from 'node:util';
import type { JestFact } from '../evidence/facts';
import { languages } from '../text/language';

/** How one test of a hand-written grader ended. */
export interface TestRecord extends JestFact {
  readonly file: string;
  readonly title: string;
}

const messageCap = 2000;

/**
 * An expectation that did not hold is `failed`: the student's. Anything else that was thrown, a timeout included, is `crashed`: ours.
 * If both happened it is ours too, since nobody can tell whether the one caused the other.
 *
 * @param thrown as jest-circus lists it: each alone, or in a pair with the error that knows the place of the call
 */
export function endedTest(title: string, file: string, thrown: readonly unknown[]): TestRecord {
  const errors = thrown.map((error): unknown => (Array.isArray(error) ? (error[0] ?? error[1]) : error));
  const worst = errors.find((error) => !isExpectation(error)) ?? errors[0];
  if (errors.length === 0) return { file, title, outcome: 'passed' };
  return {
    file,
    title,
    outcome: isExpectation(worst) ? 'failed' : 'crashed',
    message: messageOf(worst),
    ...textsOf(worst),
  };
}

const notRun = {
  fr: 'ce test n’a pas été exécuté : il est sauté ou reste à écrire',
  en: 'this test was not run: it is skipped or still to be written',
} as const;

/** A skipped test says nothing about the student, so a point that hangs on it cannot be decided. */
export const unrunTest = (title: string, file: string): TestRecord => ({
  file,
  title,
  outcome: 'crashed',
  message: notRun.en,
  texts: notRun,
});

/**
 * Jest's matchers throw an error of the sandbox's own class, so `instanceof` is no use. It always has a `matcherResult`, if only
 * undefined as with `rejects`; a matcher that is used wrongly throws a plain Error.
 */
function isExpectation(error: unknown): error is { readonly matcherResult: unknown } {
  return typeof error === 'object' && error !== null && 'matcherResult' in error;
}

/** What an error, or the result of the matcher that threw it, says by language in `texts`. */
function textsOf(error: unknown): Pick<JestFact, 'texts'> {
  const result: unknown = isExpectation(error) ? error.matcherResult : error;
  if (typeof result !== 'object' || result === null || !('texts' in result)) return {};
  const { texts } = result;
  if (typeof texts !== 'object' || texts === null) return {};
  const known = Object.entries(texts).filter(([language]) =>
    (languages as readonly string[]).includes(language),
  );
  if (known.length === 0) return {};
  return { texts: Object.fromEntries(known.map(([language, text]) => [language, messageOf(text)])) };
}

/** What an error says, without colours and stack, capped. */
export function messageOf(error: unknown): string {
  const text =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  const [plain = ''] = stripVTControlCharacters(text).split(/\n +at /);
  const said = plain.trim() || 'something without a message was thrown';
  return said.length <= messageCap ? said : `${said.slice(0, messageCap - 1)}…`;
}
