import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { canvasGradebook } from '../../../../src/class/gradebook/formats/canvas';
import { csvGradebook } from '../../../../src/class/gradebook/formats/csv';
import { importParts } from '../../../../src/class/gradebook/formats/import-parts';
import { moodleGradebook } from '../../../../src/class/gradebook/formats/moodle';
import type { ShownReport } from '../../../../src/report/shown/shown-report';
import { checkOf, gradebookOf, marked, reportWith, resultOf } from '../../../support/class-builder';

/** As a consumer reads it: RFC 4180, strictly. */
const rowsOf = (csv: string): string[][] => parse(csv, { relax_column_count: false });
const titled = (report: ShownReport, title: string): ShownReport => ({
  ...report,
  lab: { ...report.lab, title },
});
const open = reportWith('two', [
  checkOf('t.1', 'error', { message: { code: 'check.fault', args: {}, text: 'No answer.' } }),
]);
const failing = reportWith('one', [
  checkOf('t.1', 'passed', { points: 7, max: 7 }),
  checkOf('t.2', 'failed', {
    max: 3,
    message: { code: 'port.loopback', args: {}, text: 'Port published on 127.0.0.1 only.' },
  }),
]);
const student = { email: 'alice@example.edu', section: 'Docker A' };
const book = gradebookOf([
  resultOf('alice', [failing, marked('two', 10)], {
    student: { id: 'alice', name: 'Doe, Alice', ...student },
  }),
  resultOf('bob', [marked('one', 4), open]),
  resultOf('carol', [], {}),
  resultOf('dan', [marked('one', 0), marked('two', 0)]),
]);
const [whole, ...rest] = importParts(book);
if (!whole) throw new Error('There is always a first part.');

describe('Moodle', () => {
  test('user name, e-mail address, then a grade and a feedback for each lab', () => {
    expect(rowsOf(moodleGradebook(whole))).toEqual([
      ['Username', 'Email address', 'Lab one (10)', 'Lab one feedback', 'Lab two (10)', 'Lab two feedback'],
      ['alice', 'alice@example.edu', '7.00', 'Port published on 127.0.0.1 only.', '10.00', ''],
      [
        'dan',
        '',
        '0.00',
        'Check task.0 Check task.1 Check task.2',
        '0.00',
        'Check task.0 Check task.1 Check task.2',
      ],
    ]);
  });

  test('is of lines that end with CR LF, without a byte order mark', () => {
    const text = moodleGradebook(whole);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text.charCodeAt(0)).toBe('U'.charCodeAt(0));
  });
});

describe('Canvas', () => {
  test('the columns that its importer looks for, and the row of points', () => {
    expect(rowsOf(canvasGradebook(whole))).toEqual([
      ['Student', 'ID', 'SIS Login ID', 'Section', 'Lab one', 'Lab two'],
      ['    Points Possible', '', '', '', '10.00', '10.00'],
      ['Doe, Alice', '', 'alice', 'Docker A', '7.00', '10.00'],
      ['Name of dan', '', 'dan', '', '0.00', '0.00'],
    ]);
  });

  // lib/gradebook_importer.rb: row_has_student_headers?, last_student_info_column, Assignment.title_and_id.
  test('a title that ends like the number of an assignment is not taken for one', () => {
    const numbered = gradebookOf([resultOf('a', [titled(marked('one', 5), 'Containers (2)')])]);
    const [head] = rowsOf(canvasGradebook(importParts(numbered)[0] ?? whole));
    expect(head?.[4]).not.toMatch(/^(.*)\s\((\d+)\)$/);
  });

  test('a student who is called like the row of points sets none', () => {
    const named = gradebookOf([
      resultOf('a', [marked('one', 5)], { student: { id: 'a', name: 'Points Possible' } }),
    ]);
    const rows = rowsOf(canvasGradebook(importParts(named)[0] ?? whole));
    expect(rows.filter(([name]) => name?.includes('Points Possible'))).toHaveLength(1);
  });
});

describe('what nobody decided touches no grade', () => {
  test('no cell of a grade is empty, in whatever file: it would delete an earlier one', () => {
    for (const part of [whole, ...rest]) {
      const [, ...rows] = rowsOf(moodleGradebook(part));
      for (const row of rows)
        for (const cell of row.filter((_, index) => index >= 2 && index % 2 === 0))
          expect(cell).toMatch(/^\d+\.\d\d$/);
      const [, , ...canvas] = rowsOf(canvasGradebook(part));
      for (const row of canvas) for (const cell of row.slice(4)) expect(cell).toMatch(/^\d+\.\d\d$/);
    }
  });

  test('who lacks a mark has those that there are in a file of that lab', () => {
    expect(rest.map(({ only, rows }) => [only, rows.map((row) => row.student.id)])).toEqual([
      ['one', ['bob']],
      ['two', []],
    ]);
  });

  test('the plain file leaves it empty', () => {
    const rows = parse<Record<string, string>>(csvGradebook(book), { columns: true });
    expect(
      rows.map((row) => [row['username'], row['total'], row['one'], row['two'], row['outcome']]),
    ).toEqual([
      ['alice', '17', '7', '10', 'reached'],
      ['bob', '', '4', '', 'incomplete'],
      ['carol', '', '', '', 'incomplete'],
      ['dan', '0', '0', '0', 'below'],
    ]);
    expect(rows[2]?.['problem']).toBe('There is no such file.');
  });
});

test('two labs of one title have two heads: importers look columns up by them', () => {
  const same = gradebookOf([
    resultOf('a', [titled(marked('one', 5), 'The `same`'), titled(marked('two', 6), 'The same')]),
  ]);
  const [head] = rowsOf(canvasGradebook(importParts(same)[0] ?? whole));
  expect(head?.slice(4)).toEqual(['The same one', 'The same two']);
});
