import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explain } from '../../../src/report/shown/explain';
import { json as jsonOf } from '../../../src/report/formats/json';
import { terminalStart, terminalReport } from '../../../src/report/terminal/terminal';
import { displayWidth } from '../../../src/text/terminal';
import { hostileText } from '../../support/hostile-text';
import { hostOf, nosyLab } from '../../support/hostile-host';
import { locale, reportOf, shownIn } from '../../support/report-builder';

const languages = fc.constantFrom('fr', 'en');
const widths = fc.integer({ min: 40, max: 120 });
// Anything that a terminal acts upon, or draws as nothing, line feeds apart; an emoji's own style selector may stay.
const forbidden =
  /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;
const markFlood = /[\p{Mn}\p{Me}]{5}/u;

test('the lab of this test looks where students can write: most of its checks have something to say', () => {
  const report = reportOf(nosyLab, hostOf('evil-text'));
  const said = report.tasks.flatMap(({ checks }) => checks);
  expect(said.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  const told = said.filter((check) =>
    JSON.stringify(explain(check, report, locale('en'))).includes('evil-text'),
  );
  expect(told.length).toBeGreaterThanOrEqual(12);
});

describe('whatever a student writes', () => {
  test('nothing in the report moves the cursor, colours, reorders, or hides', () => {
    fc.assert(
      fc.property(hostileText, languages, widths, (text, language, columns) => {
        const shown = terminalReport(shownIn(language, reportOf(nosyLab, hostOf(text))), {
          color: false,
          columns,
        });
        expect(forbidden.exec(shown)).toBeNull();
        expect(markFlood.exec(shown)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  test('no line can pass for one of ours, or leave its place', () => {
    const report = reportOf(nosyLab, hostOf('tame'));
    fc.assert(
      fc.property(hostileText, languages, widths, (text, language, columns) => {
        const own = reportOf(nosyLab, hostOf(text));
        const lines = terminalReport(shownIn(language, own), { color: false, columns }).split('\n');
        const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
        const checks = own.tasks.flatMap((task) => task.checks);
        const marks = checks.map((check) => explain(check, own, locale(language)));
        expect(count(/^[✔✘…–?]/)).toBe(report.tasks.length);
        expect(count(/^ {4}[✔✘…–?]/)).toBe(checks.length);
        expect(count(/^(Mark|Note)\s?: /)).toBe(1);
        expect(count(/^ {8}→/)).toBeLessThanOrEqual(marks.filter(({ hint }) => hint !== undefined).length);
        expect(count(/^ {8}\$/)).toBeLessThanOrEqual(
          marks.flatMap(({ command }) => command?.split('\n') ?? []).length,
        );
        expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('the report stays short', () => {
    const endless = hostOf('evil '.repeat(50_000));
    expect(
      terminalReport(shownIn('en', reportOf(nosyLab, endless)), { color: false, columns: 80 }).length,
    ).toBeLessThan(40_000);
    expect(jsonOf([shownIn('en', reportOf(nosyLab, endless))], {}).length).toBeLessThan(400_000);
  });

  test('the list of labs has one line a lab', () => {
    fc.assert(
      fc.property(hostileText, widths, (text, columns) => {
        const own = reportOf(nosyLab, hostOf(text));
        const shown = terminalStart([shownIn('en', own), shownIn('en', own)], { color: false, columns });
        expect(forbidden.exec(shown)).toBeNull();
        expect(shown.split('\n').indexOf('')).toBe(2);
      }),
      { numRuns: 50 },
    );
  });

  test('report.json is JSON of the same values, in visible characters', () => {
    fc.assert(
      fc.property(hostileText, languages, (text, language) => {
        const own = reportOf(nosyLab, hostOf(text));
        const json = jsonOf([shownIn(language, own)], {});

        expect(/[\x00-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(json)).toBeNull();
        const read = JSON.parse(json) as { readonly engine: { readonly name: string } };
        expect(read.engine.name.slice(0, 2_000)).toBe(text.slice(0, 2_000));
      }),
      { numRuns: 100 },
    );
  });
});
