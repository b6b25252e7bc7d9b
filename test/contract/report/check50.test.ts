import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check50 } from '../../../src/report/formats/check50';
import type { ShownReports } from '../../../src/report/formats/format';
import { anyReports } from '../../support/any-report';
import { complete } from '../../support/complete-report';
import { shownIn } from '../../support/report-builder';
import { schemaProblems } from '../../support/report-schema';
import { sample } from '../../support/sample-report';

interface Result {
  readonly slug: string;
  readonly version: string;
  readonly results: readonly {
    readonly name: string;
    readonly passed: boolean | null;
    readonly cause: { readonly expected?: string; readonly actual?: string } | null;
    readonly data: { readonly points: number };
    readonly dependency: string | null;
  }[];
}

const read = (reports: ShownReports): Result => JSON.parse(check50(reports, {})) as Result;
const problems = schemaProblems('check50');
const shown = shownIn('en', sample);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test('its schema takes it, and would not take half a pair, or a cause for what passed', () => {
  const text = check50([shown], {});
  expect(problems(text)).toBeNull();
  expect(problems(text.replace(/"actual": "[^"]*"/, '"unit": ""'))).not.toBeNull();
  expect(problems(text.replace('"cause": null', '"cause": {"rationale": ""}'))).not.toBeNull();
});

test('whatever was graded: names are unique, dependencies are there, and the points are those of the checks', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      // One run grades a lab once.
      const distinct = reports.map((report, index) => ({
        ...report,
        lab: { ...report.lab, id: `lab${index}` },
      }));
      const [first = reports[0], ...others] = distinct;
      const { results } = read([first, ...others]);
      expect(problems(JSON.stringify(read([first, ...others])))).toBeNull();
      const names = new Set(results.map(({ name }) => name));
      expect(names.size).toBe(results.length);
      expect(results.filter(({ dependency }) => dependency !== null && !names.has(dependency))).toEqual([]);
      const checks = reports.flatMap(({ tasks }) => tasks.flatMap((task) => task.checks));
      expect(sum(results.map(({ data }) => data.points))).toBeCloseTo(
        sum(checks.map(({ points }) => points)),
        5,
      );
    }),
  );
});

test('every outcome: null is what says nothing about the student, and what it depends on is named', () => {
  expect(read([shown]).results.map(({ name, passed, dependency }) => [name, passed, dependency])).toEqual([
    ['run.1', true, null],
    ['port.1', false, null],
    ['port.2', false, null],
    ['port.3', false, null],
    ['web.1', null, 'port.1'],
    ['more.1', false, null],
    ['more.2', null, 'more.1'],
    ['more.3', null, null],
    ['more.4', null, null],
    ['bonus.1', true, null],
  ]);
});

test('a cause has what was expected beside what was seen, and the hint', () => {
  const { results } = read([shown]);
  expect(results[1]).toMatchObject({
    log: expect.arrayContaining(['published ports — expected: 8080:80; seen: 80:80']),
    cause: {
      rationale: 'Container port 80 is published on host port 80 instead of 8080.',
      help: expect.stringContaining('Ports are chosen'),
      expected: '8080:80',
      actual: '80:80',
    },
  });
  expect(results[3]?.cause).toEqual({ rationale: 'to do', help: null });
});

test('what could not be found out is an error of the grader', () => {
  expect(read([shown]).results[7]).toMatchObject({
    passed: null,
    cause: { error: { type: 'check.fault', traceback: [], data: {} } },
  });
  expect(JSON.stringify(read([shownIn('en', complete)]))).not.toContain('"error"');
});

test('several labs are one list, with the lab before the name', () => {
  const other = { ...shown, lab: { ...shown.lab, id: '03-nginx' } };
  const { slug, version, results } = read([shown, other]);
  expect([slug, version]).toEqual(['02-ubuntu+03-nginx', '1.2.3']);
  expect(results[14]).toMatchObject({ name: '03-nginx/web.1', dependency: '03-nginx/port.1' });
});
