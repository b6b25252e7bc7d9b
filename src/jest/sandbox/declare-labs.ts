import { describe, test } from '@jest/globals';
import { port } from './port';
import type { CheckTest, LabTests } from '../test-tree';

/** Turns every selected lab into `describe(lab) › describe(task) › test(check)`; the verdicts are there already. */
export function declareLabs(): void {
  for (const lab of JSON.parse(port().labs()) as readonly LabTests[])
    describe(lab.title, () => {
      for (const task of lab.tasks)
        describe(task.title, () => {
          task.checks.forEach(declareCheck);
        });
    });
}

/** A blocked or excused check is shown as skipped with its reason: nobody looked at it. */
function declareCheck({ title, outcome, explanation }: CheckTest): void {
  switch (outcome) {
    case 'passed':
      test(title, () => undefined);
      return;
    case 'failed':
      test(title, () => {
        throw quiet(new Error(explanation));
      });
      return;
    case 'error':
      test(title, () => {
        throw quiet(new Undecided(explanation));
      });
      return;
    case 'blocked':
    case 'excused':
      test.skip(`${title} (${explanation})`, () => undefined);
  }
}

/** We could not find out: not the student's fault. */
class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** The explanation says it all; where this file threw it says nothing. */
function quiet(error: Error): Error {
  error.stack = `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}`;
  return error;
}
