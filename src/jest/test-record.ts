import { stripVTControlCharacters } from 'node:util';
import type { JestFact } from '../evidence/facts';

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
  return { file, title, outcome: isExpectation(worst) ? 'failed' : 'crashed', message: messageOf(worst) };
}

/** A skipped test says nothing about the student, so a point that hangs on it cannot be decided. */
export const unrunTest = (title: string, file: string): TestRecord => ({
  file,
  title,
  outcome: 'crashed',
  message: 'this test was not run: it is skipped or still to be written',
});

/**
 * Jest's matchers throw an error of the sandbox's own class, so `instanceof` is no use. It always has a `matcherResult`, if only
 * undefined as with `rejects`; a matcher that is used wrongly throws a plain Error.
 */
function isExpectation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'matcherResult' in error;
}

/** What an error says, without colours and stack, capped. */
export function messageOf(error: unknown): string {
  const text =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  const [plain = ''] = stripVTControlCharacters(text).split(/\n +at /);
  const said = plain.trim() || 'something without a message was thrown';
  return said.length <= messageCap ? said : `${said.slice(0, messageCap - 1)}…`;
}
