import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Report } from '../../../src/report/report';
import { terminalReport, terminalStart, terminalSummary } from '../../../src/report/terminal/terminal';
import { languages } from '../../../src/text/language';
import { displayWidth } from '../../../src/text/terminal';
import { checkOf, found, theContainer, ubuntu } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { reportOf, shownIn } from '../../support/report-builder';
import { sample, sampleFacts, sampleLab } from '../../support/sample-report';

const plain = (columns: number) => ({ color: false, columns });
const shown = (report: Report, language: 'fr' | 'en' = 'en', columns = 100): string =>
  terminalReport(shownIn(language, report), plain(columns));

const sizes = languages.flatMap((language) => [40, 80, 100].map((columns) => [language, columns] as const));

describe.each(sizes)('in %s, %i columns wide', (language, columns) => {
  const text = shown(sample, language, columns);

  test('the report is as it was agreed', () => {
    expect(text).toBe(readFileSync(join(__dirname, 'golden', `${language}-${columns}.txt`), 'utf8'));
  });

  test('no line is wider than the terminal', () => {
    expect(text.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([]);
  });

  test('colour changes nothing but colour', () => {
    const colored = terminalReport(shownIn(language, sample), { color: true, columns });
    expect(colored).not.toBe(text);

    expect(colored.replace(/\x1b\[\d+(;\d+)*m/g, '')).toBe(text);
    expect(stripVTControlCharacters(colored)).toBe(text);
  });

  test('the list of labs keeps its right edge', () => {
    const lines =
      terminalStart(
        [sample, sample].map((report) => shownIn(language, report)),
        plain(columns),
      ).split('\n\n')[0] ?? '';
    expect(lines.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([]);
  });
});

test.each([0, 1, 2, 5, 12, 39])('a terminal of %i columns gets all words', (columns) => {
  const letters = (text: string) => text.replace(/\s/g, '');
  expect(letters(shown(sample, 'fr', columns))).toBe(letters(shown(sample, 'fr', 100)));
});

describe('what the author lets the student know', () => {
  const ports = (reveal: 'nothing' | 'hint' | 'command') =>
    shown(
      reportOf(
        labWith([
          taskOf('a', [onContainer('ubuntu', { ports: ['8080:80'] }, { reveal, hint: 'See page 3.' })]),
        ]),
        theContainer(ubuntu()),
      ),
    );

  test.each([
    ['nothing', false, false],
    ['hint', true, false],
    ['command', true, true],
  ] as const)('%s', (reveal, hint, command) => {
    const text = ports(reveal);
    expect(text).toContain('Container port 80 is published on host port 80 instead of 8080.');
    expect(text).toContain('→ See page 3.');
    expect(text.includes('→ Ports are chosen')).toBe(hint);
    expect(text.includes('$ Command: docker run')).toBe(command);
  });

  test('the lab decides where a check does not', () => {
    const lab = labWith([taskOf('a', [onContainer('ubuntu', { ports: ['8080:80'] })])], {
      reveal: 'nothing',
    });
    expect(shown(reportOf(lab, theContainer(ubuntu())))).not.toContain('→');
  });
});

test('a hidden check tells its outcome, its title and the hint of its author, and nothing of what was expected', () => {
  const secret = onContainer('ubuntu', { hostname: 'secret-name' }, { hidden: true });
  const check = (changes: object) =>
    shown(reportOf(labWith([taskOf('a', [{ ...secret, ...changes }])]), theContainer(ubuntu())));
  expect(check({})).not.toMatch(/secret-name|hostname|ubuntu/);
  expect(check({})).toContain('✘ a check that is not shown in detail');
  expect(check({ title: 'Name it well', hint: 'Page 3' })).toMatch(/✘ Name it well\n +→ Page 3\n/);
  expect(check({ reveal: 'command' })).not.toContain('$');
});

test('what a hand-written test says keeps its lines, none of which can pass for a hint or a command', () => {
  const failed = {
    outcome: 'failed',
    message: 'Expected: 1\n\n  Received: 2\n→ All is well.\n$ rm -rf /',
  } as const;
  const lab = labWith([taskOf('a', [checkOf('jest', 'a test')])]);
  expect(shown(reportOf(lab, [found({ fact: 'jest', title: 'a test' }, failed)]))).toContain(
    `        Expected: 1
          Received: 2
          · → All is well.
          · $ rm -rf /
`,
  );
});

describe('the list of labs', () => {
  const gone = reportOf(sampleLab, [
    ...theContainer(null),
    ...theContainer(null, 'gone'),
    ...theContainer(null, 'broken'),
  ]);
  const done = reportOf(
    labWith([taskOf('a', [onContainer('ubuntu')], { points: 20 })], { id: 'done' }),
    sampleFacts,
  );
  const text = terminalStart(
    [gone, done, sample].map((report) => shownIn('en', report)),
    plain(80),
  );

  test('has a line for each', () => {
    const [first, second, third] = text.split('\n');
    expect(first).toMatch(/^02-ubuntu · Run a Linux environment +not begun$/);
    expect(second).toMatch(/^done · A lab +20 \/ 20 {2}reached$/);
    expect(third).toMatch(/^02-ubuntu · Run a Linux environment +7\.77 \/ 20 {2}unknown$/);
  });

  test('goes on with the first that was begun and is not done', () => {
    expect(text).toContain(terminalSummary(shownIn('en', sample), plain(80)));
    expect(text.split('Everything in detail: ')).toHaveLength(2);
  });

  test('of no labs is nothing', () => {
    expect(terminalStart([], plain(80)).trim()).toBe('');
  });
});

test('a report is laid out in work that grows with its checks', () => {
  /** How often the message of a check is looked at: what finds the same mistake elsewhere in a report must not go through all checks for each. */
  const looks = (checks: number): number => {
    const lab = labWith([
      taskOf(
        'a',
        Array.from({ length: checks }, (_, index) => onContainer(`gone-${index}`)),
      ),
    ]);
    const facts = lab.tasks.flatMap((task) =>
      task.checks.flatMap(({ subject }) => theContainer(null, String(subject))),
    );
    const report = reportOf(lab, facts);
    let count = 0;
    const counted: Report = {
      ...report,
      tasks: report.tasks.map((task) => ({
        ...task,
        checks: task.checks.map(({ message, ...check }) =>
          Object.defineProperty({ ...check }, 'message', {
            enumerable: true,
            get: () => ((count += 1), message),
          }),
        ),
      })),
    };
    shown(counted);
    return count;
  };
  expect(looks(200) / looks(50)).toBeLessThan(5);
});
