import { describe, expect, test } from '@jest/globals';
import { gradeLab } from '../../../src/grading/grade-lab';
import { terminalReport } from '../../../src/report/terminal/terminal';
import type { Check, Task } from '../../../src/spec/lab';
import type { Language } from '../../../src/text/language';
import { shownIn } from '../../support/report-builder';
import { anyLab, checkOf, evidenceOf, theContainer, ubuntu } from '../../support/evidence';

const check = (id: string, title: string, more: Partial<Check>): Check => ({
  ...checkOf('container', 'ubuntu'),
  id,
  title,
  ...more,
});
const task = (id: string, title: string, needs: readonly string[], checks: readonly Check[]): Task => ({
  id,
  title,
  needs,
  points: 10,
  bonus: false,
  checks,
  at: { line: 1, column: 1 },
});

const left = { Status: 'exited', Running: false, ExitCode: 0, FinishedAt: '2026-01-01T00:00:00Z' };

/** The shell of `ubuntu` was left; three checks miss that it runs, and a second step waits for the first. */
function shown(language: Language, second: Partial<Check> = {}): string {
  const lab = {
    ...anyLab,
    tasks: [
      task(
        'run',
        'Run it',
        [],
        [
          check('run.1', 'It runs', { keys: { state: 'running' } }),
          check('run.2', 'It never stopped', { keys: { 'never-stopped': true }, ...second }),
        ],
      ),
      task(
        'use',
        'Use it',
        ['run'],
        [
          check('use.1', 'A terminal', { keys: { tty: true } }),
          check('use.2', 'Its input', { keys: { stdin: true } }),
        ],
      ),
    ],
  };
  const report = gradeLab(lab, evidenceOf(theContainer(ubuntu({ State: left }))));
  return terminalReport(shownIn(language, report), { color: false, columns: 200 });
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('one mistake', () => {
  test.each([
    ['fr', 'son shell a été quitté', 'Même cause que plus haut, à «\u00a0It runs\u00a0».'],
    ['en', 'its shell was left', 'Same cause as above, at "It runs".'],
  ] as const)(
    'is explained once in %s, and meant by the title of the check above',
    (language, says, same) => {
      const text = shown(language);
      expect([count(text, says), count(text, same)]).toEqual([1, 1]);
    },
  );

  test('keeps the hint that the author wrote, and drops ours', () => {
    const text = shown('en', { hint: 'Ask the teacher.' });
    expect(count(text, 'Ask the teacher.')).toBe(1);
    expect(count(text, 'docker start')).toBe(1);
  });

  test('makes a whole step wait, which says so once and by the title of the step', () => {
    expect(
      count(shown('fr'), 'En attente\u00a0: l’étape «\u00a0Run it\u00a0» doit d’abord être réussie.'),
    ).toBe(1);
    expect(count(shown('en'), 'Waiting: the step "Run it" has to pass first.')).toBe(1);
  });

  test.each([
    ['the same values', 'a', 1],
    ['other values', 'b', 0],
  ])('is one for the same variable with %s', (_what, value, joined) => {
    const env = (expected: string) => ({ keys: { env: { X: expected } } });
    const checks = [check('run.1', 'First', env('a')), check('run.2', 'Second', env(value))];
    const report = gradeLab(
      { ...anyLab, tasks: [task('run', 'Run it', [], checks)] },
      evidenceOf(theContainer(ubuntu({ Config: { Env: ['X=c'] } }))),
    );
    const text = terminalReport(shownIn('en', report), { color: false, columns: 200 });
    expect(count(text, 'Same cause as above')).toBe(joined);
  });

  test('is explained again where the check above is hidden', () => {
    const hidden = gradeLab(
      {
        ...anyLab,
        tasks: [
          task(
            'run',
            'Run it',
            [],
            [
              check('run.1', 'It runs', { keys: { state: 'running' }, hidden: true }),
              check('run.2', 'It never stopped', { keys: { 'never-stopped': true } }),
            ],
          ),
        ],
      },
      evidenceOf(theContainer(ubuntu({ State: left }))),
    );
    const text = terminalReport(shownIn('en', hidden), { color: false, columns: 200 });
    expect(count(text, 'its shell was left')).toBe(1);
    expect(text).not.toContain('Same cause');
  });
});
