import { describe, expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import { message } from '../../../src/messages/message';
import { html } from '../../../src/report/formats/html';
import { markdown } from '../../../src/report/formats/markdown';
import type { Report, ReportCheck } from '../../../src/report/report';
import type { ShownReport } from '../../../src/report/shown/shown-report';
import { terminalReport, terminalSummary } from '../../../src/report/terminal/terminal';
import { languages, type Language } from '../../../src/text/language';
import { everyExpectation, patterns, type Expectation } from '../../support/every-expectation';
import { shownIn } from '../../support/report-builder';
import { matcherNames } from '../../../src/checks/match/matchers';

const at = { line: 1, column: 1 };

const checkOf = ({ kind, key, expected, seen }: Expectation, index: number): ReportCheck => {
  const failed = {
    key,
    outcome: 'failed',
    expected,
    message: message('check.differs', { key }),
    at,
  } as const;
  return {
    id: `t.${index}`,
    kind,
    subject: kinds[kind]?.subject.example ?? 'x',
    outcome: 'failed',
    message: message('check.differs', { key }),
    reveal: 'command',
    hidden: false,
    at,
    assertions: [{ ...failed, ...(seen !== undefined && { seen }) }],
    facts: [],
    points: 0,
    max: 1,
    undecided: 0,
  };
};

const reportOf = (checks: readonly ReportCheck[]): Report => ({
  vigie: 'report',
  version: 1,
  grader: '1.2.3',
  lab: { id: 'lab', title: 'Lab', lang: 'fr', hash: 'h', file: 'lab.yaml', scale: 20, pass: 10 },
  endpoint: 'unix:///var/run/docker.sock',
  takenAt: '2026-11-24T14:02:00.000Z',
  tookMs: 1,
  outcome: 'below',
  points: 0,
  max: 20,
  undecided: 0,
  tasks: [
    {
      id: 't',
      title: 'T',
      needs: [],
      bonus: false,
      outcome: 'failed',
      at,
      points: 0,
      max: 20,
      undecided: 0,
      checks,
    },
  ],
});

const look = { color: false, columns: 150 };
const unwrapped = (text: string): string => text.replace(/\n\s*/g, ' ');
const withoutTags = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&quot;/g, '"')
    .replace(/&#x?\w+;|&\w+;/g, ' ');

/** As a student sees it; each check stands alone, since the summary shows the first only. */
const formats: Readonly<Record<string, (report: ShownReport) => string>> = {
  'terminal in full': (report) => unwrapped(terminalReport(report, look)),
  'terminal summary': (report) => unwrapped(terminalSummary(report, look)),
  html: (report) => withoutTags(html([report], {})),
  markdown: (report) => markdown([report], {}),
};

/** Keys that are no words of any language; `read-only` is one of English. */
const machineKeys = Object.values(kinds)
  .flatMap(({ attributes }) => Object.entries(attributes))
  .filter(([key, { name }]) => key.includes('-') && !name.en.includes(key))
  .map(([key]) => key);

const machineWords = (text: string): readonly string[] => {
  const found = [
    ...machineKeys,
    ...patterns,
    ...patterns.map((pattern) => pattern.slice(1, -1)),
    ...matcherNames.filter((name) => name === 'same-as').map(String),
  ].filter((word) => text.includes(word));
  return [...found, ...(text.match(/.{0,30}(?:[{}≥≤]|undefined|\[object|\/\^|\$\/).{0,30}/g) ?? [])];
};

const shown = (language: Language, one: Expectation): ShownReport =>
  shownIn(language, reportOf([checkOf(one, 0)]));

describe('no assertion is told in the words of a machine', () => {
  test('and all that labs may ask is tried', () => {
    for (const [kind, { attributes }] of Object.entries(kinds))
      for (const key of Object.keys(attributes))
        expect([
          kind,
          key,
          everyExpectation.filter((one) => one.kind === kind && one.key === key).length,
        ]).toEqual([kind, key, expect.any(Number)]);
    expect(new Set(everyExpectation.map(({ matcher }) => matcher)).size).toBe(matcherNames.length + 1);
    expect(machineKeys.length).toBeGreaterThan(20);
    expect(machineWords('never-stopped — attendu : /^python3?/ ; constaté : {"a":1}')).toHaveLength(2);
  });

  test.each(languages)('in the lines of a check: %s', (language) => {
    const bad = everyExpectation.flatMap((one) =>
      shown(language, one).tasks.flatMap(({ checks }) =>
        checks.flatMap(({ title, message: said, differences }) => {
          const lines = [
            title,
            said?.text ?? '',
            ...differences.flatMap(({ expected, seen }) => [expected, seen]),
          ];
          return lines
            .flatMap(machineWords)
            .map((words) => `${one.kind} ${one.key} ${JSON.stringify(one.expected)}: ${words}`);
        }),
      ),
    );
    expect(bad).toEqual([]);
  });

  test.each(
    languages.flatMap((language) => Object.keys(formats).map((format) => [format, language] as const)),
  )('in %s: %s', (format, language) => {
    const sample = everyExpectation.filter((_, index) => index % 23 === 0);
    const bad = sample.flatMap((one) => machineWords(formats[format]?.(shown(language, one)) ?? 'undefined'));
    expect(bad).toEqual([]);
  });
});
