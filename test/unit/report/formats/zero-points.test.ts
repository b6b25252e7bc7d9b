import { describe, expect, test } from '@jest/globals';
import { check50 } from '../../../../src/report/formats/check50';
import { classroom } from '../../../../src/report/formats/classroom';
import { classroom50 } from '../../../../src/report/formats/classroom50';
import type { ShownReport } from '../../../../src/report/shown/shown-report';
import { gradescope } from '../../../../src/report/formats/gradescope';
import { prairielearn } from '../../../../src/report/formats/prairielearn';
import { classroom50Environment } from '../../../support/classroom50-environment';
import { complete } from '../../../support/complete-report';
import { onContainer, labWith, taskOf } from '../../../support/lab-builder';
import { announced, decode, tableScores } from '../../../support/readers/classroom-reporter';
import { reportOf, shownIn } from '../../../support/report-builder';

const shown = shownIn('en', complete);
const excused = onContainer('x', { state: 'running' }, { excused: 'absent' });
const allExcused = shownIn(
  'en',
  reportOf(labWith([taskOf('a', [excused]), taskOf('b', [excused, excused])]), []),
);

const noPoints: ShownReport = {
  ...shown,
  points: 0,
  max: 0,
  tasks: shown.tasks.map((task) => ({
    ...task,
    points: 0,
    max: 0,
    checks: task.checks.map((check) => ({ ...check, points: 0, max: 0 })),
  })),
};
const odd: readonly (readonly [string, ShownReport, { readonly score: number; readonly max: number }])[] = [
  ['all is excused', allExcused, { score: 20, max: 20 }],
  ['nothing is worth a point', noPoints, { score: 0, max: 0 }],
  ['the scale is below half a point', { ...noPoints, max: 0.3, points: 0.2 }, { score: 0, max: 0 }],
  ['there is no task', { ...shown, tasks: [] }, { score: Math.round(shown.points), max: 20 }],
];

const valueOf = (text: ReturnType<typeof gradescope>): string => (text.ok ? text.value : text.error.code);

describe.each(odd)('where %s', (_, report, { score, max }) => {
  test('no format has a number that is none', () => {
    const texts = [
      valueOf(classroom50([report], classroom50Environment)),
      valueOf(gradescope([report], {})),
      valueOf(prairielearn([report], {})),
      check50([report], {}),
      JSON.stringify(decode(valueOf(classroom([report], {})))),
    ];
    for (const text of texts) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      expect(text).not.toMatch(/"(score|max-score|max_score|points|max_points)":\s?null/);
    }
  });

  test('Classroom 50 gets the mark', () => {
    expect(JSON.parse(valueOf(classroom50([report], classroom50Environment)))).toMatchObject({
      score,
      'max-score': max,
    });
  });

  test('the reporter of GitHub Classroom says the same twice', () => {
    const result = decode(valueOf(classroom([report], {})));
    const points = announced([result]) ?? { totalPoints: 0, maxPoints: 0 };
    expect(points.maxPoints).toBe(max);
    if (report.tasks.length === 0) return;
    expect(points.totalPoints).toBe(score);
    expect(tableScores(result)).toEqual([score, score]);
  });
});
