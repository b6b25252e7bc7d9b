import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csv } from '../../../src/report/formats/csv';
import { ctrf } from '../../../src/report/formats/ctrf';
import { github } from '../../../src/report/formats/github';
import { junit } from '../../../src/report/formats/junit';
import { markdown } from '../../../src/report/formats/markdown';
import { tap } from '../../../src/report/formats/tap';
import type { ShownReports } from '../../../src/report/formats/format';
import { parseGfm, textIn } from '../../support/readers/gfm';
import { readJunit } from '../../support/readers/junit';
import { commandsIn } from '../../support/readers/runner';
import { readTap } from '../../support/readers/tap';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const english = shownIn('en', sample);
const reports: ShownReports = [english, { ...english, points: 12.5, lab: { ...english.lab, id: 'other' } }];
const checks = english.tasks.flatMap((task) => task.checks);
const totals = reports.map(({ points, max }) => ({ points, max }));
const perCheck = [...checks, ...checks].map(({ points, max }) => ({ points, max }));

const pointsIn = (text: string) =>
  [...text.matchAll(/([\d.]+) \/ ([\d.]+)/g)].map(([, points, max]) => ({
    points: Number(points),
    max: Number(max),
  }));
const rounded = (points: typeof totals) =>
  points.map((one) => ({
    points: Math.round(one.points * 100) / 100,
    max: Math.round(one.max * 100) / 100,
  }));

describe('every format shows the points of the report', () => {
  test('junit', () => {
    const { suites } = readJunit(junit(reports, {}));
    expect(
      suites.map(({ properties: { points, max } }) => ({ points: Number(points), max: Number(max) })),
    ).toEqual(totals);
    expect(
      suites.flatMap(({ properties }) =>
        checks.map(({ id }) => ({
          points: Number(properties[`points:${id}`]),
          max: Number(properties[`max:${id}`]),
        })),
      ),
    ).toEqual(perCheck);
  });

  test('ctrf', () => {
    interface Extra {
      readonly points: number;
      readonly maxPoints: number;
    }
    const { extra, results } = JSON.parse(ctrf(reports, {})) as {
      readonly extra: { readonly labs: readonly Extra[] };
      readonly results: { readonly tests: readonly { readonly extra: Extra }[] };
    };
    const read = ({ points, maxPoints }: Extra) => ({ points, max: maxPoints });
    expect(extra.labs.map(read)).toEqual(totals);
    expect(results.tests.map((one) => read(one.extra))).toEqual(perCheck);
  });

  test('tap', () => {
    const { points, comments } = readTap(tap(reports, {}));
    expect(points.map(({ diag }) => ({ points: diag.points, max: diag.max }))).toEqual(perCheck);
    expect(pointsIn(comments.join(''))).toEqual(rounded(totals));
  });

  test('csv', () => {
    const rows = parse<Readonly<Record<string, string>>>(csv(reports, {}), { columns: true });
    expect(rows.map(({ points, max }) => ({ points: Number(points), max: Number(max) }))).toEqual(totals);
  });

  test('markdown', () => {
    const marks = parseGfm(markdown(reports, {})).children.filter(
      (node) => node.type === 'paragraph' && textIn(node).startsWith('Mark: '),
    );
    expect(pointsIn(marks.map(textIn).join('\n'))).toEqual(rounded(totals));
  });

  test('github', () => {
    const [notice] = commandsIn(github(reports, {}));
    expect(pointsIn(notice?.text ?? '')).toEqual(rounded(totals));
  });
});
