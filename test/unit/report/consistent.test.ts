import { describe, expect, test } from '@jest/globals';
import { contradictionIn } from '../../../src/report/consistent';
import type { ShownCheck, ShownReport, ShownTask } from '../../../src/report/shown/shown-report';
import { checkOf, marked, reportWith } from '../../support/class-builder';
import { complete } from '../../support/complete-report';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const half = marked('one', 5);
const withChecks = (...checks: readonly ShownCheck[]): ShownReport => reportWith('one', checks);
/** The one task of the report says this of itself, and its checks may not. */
function withTask(outcome: ShownTask['outcome'], ...checks: readonly ShownCheck[]): ShownReport {
  const report = withChecks(...checks);
  return { ...report, tasks: report.tasks.map((task) => ({ ...task, outcome })) };
}
const changed = (report: ShownReport, change: (text: string) => string): ShownReport =>
  JSON.parse(change(JSON.stringify(report))) as ShownReport;

test('what Vigie writes holds together, in both languages, with and without what could not be found out', () => {
  for (const report of [half, shownIn('fr', sample), shownIn('en', sample), shownIn('en', complete)])
    expect(contradictionIn(report)).toBeUndefined();
});

describe('a report contradicts itself, and it is told where', () => {
  test.each<readonly [string, ShownReport, string]>([
    ['points above the maximum', { ...half, points: 9999 }, '/points'],
    ['points that are not those of the tasks', { ...half, points: 6 }, '/points'],
    ['another maximum than the lab’s scale', { ...half, max: 5 }, '/max'],
    [
      'a maximum that the tasks do not add up to',
      changed(half, (text) => text.replace('"scale":10', '"scale":20').replace('"max":10', '"max":20')),
      '/max',
    ],
    ['a pass mark that is not reached and was', { ...marked('one', 6), outcome: 'below' }, '/outcome'],
    ['a pass mark that was not reached', { ...marked('one', 4), outcome: 'reached' }, '/outcome'],
    [
      'a mark although a check is open',
      { ...withChecks(checkOf('a', 'passed'), checkOf('b', 'error')), outcome: 'reached' },
      '/outcome',
    ],
    [
      'points for what failed',
      withChecks(checkOf('a', 'passed'), checkOf('b', 'failed', { points: 1 })),
      '/tasks/0/checks/1/points',
    ],
    [
      'points for what is blocked',
      withChecks(checkOf('a', 'blocked', { points: 1 })),
      '/tasks/0/checks/0/points',
    ],
    [
      'too few points for what passed',
      withChecks(checkOf('a', 'passed', { points: 0 })),
      '/tasks/0/checks/0/points',
    ],
    ['points for what is excused', withChecks(checkOf('a', 'excused')), '/tasks/0/checks/0/max'],
    ['points below nothing', withChecks(checkOf('a', 'failed', { points: -1 })), '/tasks/0/checks/0/points'],
    ['a check twice', withChecks(checkOf('a', 'passed'), checkOf('a', 'passed')), '/tasks/0/checks/1/id'],
    [
      'a task that passed although a check of it failed',
      withTask('passed', checkOf('a', 'passed'), checkOf('b', 'failed')),
      '/tasks/0/outcome',
    ],
    [
      'a task that waits although nothing of it does',
      withTask('blocked', checkOf('a', 'passed'), checkOf('b', 'excused', { max: 0, points: 0 })),
      '/tasks/0/outcome',
    ],
    [
      'a task that is excused although a check of it is open',
      withTask('excused', checkOf('a', 'error')),
      '/tasks/0/outcome',
    ],
    ['no task at all', { ...half, tasks: [], points: 10, outcome: 'reached' }, '/tasks'],
    [
      'all points for a hidden check that failed',
      withChecks(checkOf('a', 'failed', { hidden: true, points: 1 })),
      '/tasks/0/checks/0/points',
    ],
  ])('%s', (_, report, place) => {
    expect(contradictionIn(report)).toBe(place);
  });

  test('parts of a check that are worth more than the check', () => {
    const part = (key: string, outcome: 'passed' | 'failed', points: number) =>
      ({
        id: `a/${key}`,
        key,
        outcome,
        points,
        max: 0.5,
        at: { file: 'lab.yaml', line: 1, column: 1 },
      }) as const;
    const sound = withChecks(
      checkOf('a', 'failed', {
        points: 0.5,
        assertions: [part('tty', 'passed', 0.5), part('stdin', 'failed', 0)],
      }),
    );
    const forged = changed(sound, (text) =>
      text
        .replace('"outcome":"failed","points":0,"max":0.5', '"outcome":"failed","points":0.5,"max":0.5')
        .replaceAll('"points":0.5,"max":1', '"points":1,"max":1'),
    );
    expect(contradictionIn(sound)).toBeUndefined();
    expect(contradictionIn(forged)).toBe('/tasks/0/checks/0/points');
  });
});

test('a hidden check keeps its parts to itself: points between nothing and all are its own business', () => {
  expect(contradictionIn(withChecks(checkOf('a', 'failed', { hidden: true, points: 0.5 })))).toBeUndefined();
});
