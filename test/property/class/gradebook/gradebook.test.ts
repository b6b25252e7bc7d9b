import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseHtml } from 'parse5';
import type { ClassResult } from '../../../../src/class/class-result';
import { canvasGradebook } from '../../../../src/class/gradebook/formats/canvas';
import { csvGradebook } from '../../../../src/class/gradebook/formats/csv';
import { htmlGradebook } from '../../../../src/class/gradebook/formats/html/page';
import { importParts } from '../../../../src/class/gradebook/formats/import-parts';
import { jsonGradebook } from '../../../../src/class/gradebook/formats/json';
import { moodleGradebook } from '../../../../src/class/gradebook/formats/moodle';
import { outcomes } from '../../../../src/judge/verdict';
import { checkOf, gradebookOf, reportWith, resultOf } from '../../../support/class-builder';
import { hostileText } from '../../../support/hostile-text';

const markup = fc.constantFrom(
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '<!--<script>',
  '"><b>',
  '=cmd|x',
  "'; DROP",
);
const text = fc.oneof(
  hostileText,
  markup,
  fc.tuple(markup, hostileText).map((parts) => parts.join('')),
);

/** Reports of up to three labs, with up to four checks each; names, titles, ids of engines and messages are of anything. */
const report = (lab: string) =>
  fc.array(fc.tuple(fc.constantFrom(...outcomes), text), { minLength: 1, maxLength: 4 }).chain((checks) =>
    fc.tuple(text, text).map(([title, engine]) => {
      const made = reportWith(
        lab,
        checks.map(([outcome, said], index) =>
          checkOf(`task.${index}`, outcome, {
            title: said,
            ...(outcome !== 'passed' && { message: { code: 'check.wrong', args: {}, text: said } }),
          }),
        ),
      );
      return {
        ...made,
        lab: { ...made.lab, title },
        ...(made.engine && { engine: { ...made.engine, id: engine } }),
      };
    }),
  );

const results: fc.Arbitrary<readonly ClassResult[]> = fc
  .array(fc.tuple(text, fc.tuple(report('one'), report('two'), report('three')), fc.nat(3)), { maxLength: 8 })
  .map((all) =>
    all.map(([name, reports, count], index) =>
      resultOf(`s${index}`, reports.slice(0, count), {
        student: { id: `s${index}`, name, email: name, section: name },
      }),
    ),
  );

const everything = (all: readonly ClassResult[]): string => {
  const book = gradebookOf(all);
  const imports = importParts(book).flatMap((part) => [moodleGradebook(part), canvasGradebook(part)]);
  return [htmlGradebook(book), csvGradebook(book), jsonGradebook(book), ...imports].join('\n');
};

test('in whatever order the files are read, every format has the same bytes', () => {
  fc.assert(
    fc.property(
      results.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(everything(shuffled)).toBe(everything(all));
      },
    ),
    { numRuns: 60 },
  );
});

describe('totals agree', () => {
  test('of outcomes, bins and marks, and nothing is NaN', () => {
    fc.assert(
      fc.property(results, (all) => {
        const book = gradebookOf(all);
        for (const { id, marks, incomplete, missing, checks } of book.labs) {
          const own = book.students.flatMap(({ labs }) => labs.filter(({ lab }) => lab === id));
          expect(own).toHaveLength(marks.count + incomplete);
          expect(marks.bins.reduce((sum, bin) => sum + bin, 0)).toBe(marks.count);
          expect(own.length + missing).toBe(all.filter(({ reports }) => reports).length);
          for (const check of checks) {
            const told = outcomes.reduce((sum, outcome) => sum + check[outcome], 0);
            expect(told).toBeLessThanOrEqual(own.length);
            expect(check.discrimination ?? 0).toBeGreaterThanOrEqual(-1);
            expect(check.discrimination ?? 0).toBeLessThanOrEqual(1);
            const diagnosed = check.diagnoses.reduce((sum, { count }) => sum + count, 0);
            expect(diagnosed).toBe(told - check.passed);
          }
        }
        // What is no number is null in JSON.
        expect(jsonGradebook(book)).not.toMatch(/[:[,]null/);
      }),
      { numRuns: 100 },
    );
  });

  test('of imports: each decided mark is in just one file', () => {
    fc.assert(
      fc.property(results, (all) => {
        const book = gradebookOf(all);
        const imported = importParts(book).flatMap(({ rows, labs }) =>
          rows.flatMap(({ student }) => labs.map(({ lab }) => `${student.id} ${lab.id}`)),
        );
        const decided = book.students.flatMap(({ id, labs }) =>
          labs.filter(({ outcome }) => outcome !== 'incomplete').map(({ lab }) => `${id} ${lab}`),
        );
        expect([...imported].sort()).toEqual([...decided].sort());
      }),
      { numRuns: 100 },
    );
  });
});

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
}
const elements = (node: Node): readonly string[] => [
  node.nodeName,
  ...(node.childNodes ?? []).flatMap(elements),
];

describe('hostile text', () => {
  test('stays text on the page', () => {
    fc.assert(
      fc.property(results, (all) => {
        const page = htmlGradebook(gradebookOf(all));
        const found = elements(parseHtml(page));
        expect(found.filter((name) => name === 'script')).toHaveLength(2);
        expect(found).not.toContain('img');
        expect(found).not.toContain('#comment');
        expect(page).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 60 },
    );
  });

  test('is one cell of a table, and no formula', () => {
    fc.assert(
      fc.property(results, (all) => {
        const book = gradebookOf(all);
        const [first] = importParts(book);
        for (const csv of [
          csvGradebook(book),
          ...(first ? [moodleGradebook(first), canvasGradebook(first)] : []),
        ]) {
          const rows = parse(csv, { relax_column_count: false });
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@-]/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
