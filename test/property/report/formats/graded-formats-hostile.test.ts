import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check50 } from '../../../../src/report/formats/check50';
import { classroom } from '../../../../src/report/formats/classroom';
import { classroom50 } from '../../../../src/report/formats/classroom50';
import type { ShownReports } from '../../../../src/report/formats/format';
import { gradescope } from '../../../../src/report/formats/gradescope';
import { prairielearn } from '../../../../src/report/formats/prairielearn';
import { classroom50Environment } from '../../../support/classroom50-environment';
import { hostileText } from '../../../support/hostile-text';
import { hostOf, nosyLab } from '../../../support/hostile-host';
import { decode } from '../../../support/readers/classroom-reporter';
import { commandsIn } from '../../../support/readers/runner';
import { reportOf, shownIn } from '../../../support/report-builder';
import { schemaProblems } from '../../../support/report-schema';

/** Formats for gradebooks refuse an incomplete grade: of this one the trouble is overlooked. */
const reportsOn = (text: string): ShownReports => {
  const report = shownIn('en', reportOf(nosyLab, hostOf(text)));
  return [{ ...report, outcome: 'below' }];
};

const texts = {
  classroom50: (reports: ShownReports) => valueOf(classroom50(reports, classroom50Environment)),
  gradescope: (reports: ShownReports) => valueOf(gradescope(reports, {})),
  prairielearn: (reports: ShownReports) => valueOf(prairielearn(reports, {})),
  check50: (reports: ShownReports) => check50(reports, {}),
  // What the reporter decodes.
  classroom: (reports: ShownReports) => JSON.stringify(decode(valueOf(classroom(reports, {})))),
};
const formats = Object.entries(texts);

function valueOf(text: ReturnType<typeof gradescope>): string {
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
}

// What a page or a terminal acts upon, reorders or draws as nothing; line feeds apart.
const forbidden =
  /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;

/** All texts of a JSON value, names of fields left out. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(formats)('%s, whatever a student writes', (name, write) => {
  test('has student text in it, so that this test sees some', () => {
    expect(write(reportsOn('evil-text'))).toContain('evil-text');
  });

  test('is JSON of its shape, in which nothing is invisible, reorders or moves a cursor', () => {
    const problems = name === 'classroom' ? () => null : schemaProblems(schemaOf(name));
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = write(reportsOn(text));
        expect(problems(json)).toBeNull();
        expect(textsIn(JSON.parse(json)).filter((one) => forbidden.test(one))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const schemaOf = (name: string): string => (name === 'classroom50' ? 'classroom50-result-v1' : name);

const commandLike = fc.constantFrom(
  '::error::x',
  '\n::set-output name=result::x',
  '  ::add-mask::x',
  '##[error]x',
  'x ##[group]y',
  '\r::stop-commands::x',
  '\u2028::error::x',
);

test('what the reporters of GitHub Classroom print is never a command to the runner', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(commandLike, hostileText), { minLength: 1, maxLength: 4 }), (parts) => {
      const reports = reportsOn(parts.join(''));
      const hidden = reports[0].tasks.map((task) => ({ ...task, title: parts.join('') }));
      const { tests } = JSON.parse(texts.classroom([{ ...reports[0], tasks: hidden }])) as {
        readonly tests: readonly { readonly name: string; readonly message: string }[];
      };
      // Some print it after a sign of their own, forks at the start of a line.
      const printed = tests.flatMap(({ name, message }) => [name, message, `Error: ${message}`]);
      expect(printed.filter((line) => line.includes('\n'))).toEqual([]);
      expect(commandsIn(printed.join('\n'))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what goes to $GITHUB_OUTPUT is one line, and sets nothing but the result', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(valueOf(classroom(reportsOn(text), {}))).toMatch(/^result=[A-Za-z0-9+/=]+\n$/);
    }),
    { numRuns: 30 },
  );
});
