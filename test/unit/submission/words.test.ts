import { expect, test } from '@jest/globals';
import { textOfSubmissionProblem } from '../../../src/submission/words';

const args = { path: 'ada.session', detail: 'no answer' };

test('a submission that could not be looked at says what went wrong with its room, and what the command said only without that', () => {
  const problem = { code: 'submission.not-graded', args } as const;
  expect(textOfSubmissionProblem(problem, 'en')).toBe(
    'What the submission left could not be looked at: no answer',
  );
  const trouble = ['room.engine-silent', 'room.disk-full'] as const;
  expect(textOfSubmissionProblem({ ...problem, args: { ...args, trouble } }, 'en')).toBe(
    'The disposable engine no longer answered: it was stopped or blocked while the submission was played. ' +
      'The disk of the disposable engine was full: what was still to be written there was not. ' +
      'What the submission left could not be looked at.',
  );
  expect(textOfSubmissionProblem({ ...problem, args: { ...args, trouble: ['room.disk-full'] } }, 'fr')).toBe(
    'Le disque du moteur jetable était plein : ce qui devait encore y être écrit ne l’a pas été. ' +
      'Ce que le rendu a laissé n’a pas pu être examiné.',
  );
});
