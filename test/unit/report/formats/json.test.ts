import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { json as jsonOf } from '../../../../src/report/formats/json';
import { readReports } from '../../../../src/report/shown/read-report';
import { checkOf, found, theContainer, ubuntu } from '../../../support/evidence';
import { hostOf, nosyLab } from '../../../support/hostile-host';
import { labWith, onContainer, taskOf } from '../../../support/lab-builder';
import type { Report } from '../../../../src/report/report';
import type { Language } from '../../../../src/text/language';
import { reportOf, shownIn } from '../../../support/report-builder';
import { sample } from '../../../support/sample-report';

type Schema = Readonly<Record<string, unknown>>;
const schema = JSON.parse(
  readFileSync(resolve(__dirname, '../../../../schema/report.schema.json'), 'utf8'),
) as Schema & { readonly definitions: Readonly<Record<string, Schema>> };
const validate = new Ajv({
  strict: true,
  allErrors: true,
  strictRequired: false,
  strictTypes: false,
}).compile(schema);
/** What the schema has against it. */
const problems = (json: string): unknown => (validate(JSON.parse(json)), validate.errors);

const jsonReport = (language: Language, [first, ...others]: readonly Report[]): string => {
  if (!first) throw new Error('No report.');
  return jsonOf([shownIn(language, first), ...others.map((one) => shownIn(language, one))], {});
};

const everyKind = reportOf(nosyLab, hostOf('some text'));

describe('report.schema.json', () => {
  test.each([
    ['one lab in which every outcome is met', [sample]],
    ['a lab with checks of every kind that fail', [everyKind]],
    ['several labs', [sample, everyKind]],
    ['a lab on a host of which nothing is known', [reportOf(labWith([taskOf('a', [onContainer('x')])]), [])]],
  ])('describes the report of %s', (_, reports) => {
    expect(problems(jsonReport('fr', reports))).toBeNull();
    expect(problems(jsonReport('en', reports))).toBeNull();
  });

  test('every level of ours is closed, and everything has a description', () => {
    const levels = Object.values(schema.definitions).filter(({ type }) => type === 'object');
    expect(levels.filter((level) => level['additionalProperties'] !== false)).toEqual([]);
    const properties = levels.flatMap((level) =>
      Object.entries(level['properties'] as Record<string, Schema>),
    );
    const undescribed = properties.filter(([, property]) => {
      const target =
        String(property['$ref'] ?? '')
          .split('/')
          .at(-1) ?? '';
      return (property['description'] ?? schema.definitions[target]?.['description']) === undefined;
    });
    expect(undescribed).toEqual([]);
  });

  test.each<[string, (report: Record<string, unknown>) => void]>([
    ['a field that is not in it', (report) => (report['extra'] = 1)],
    ['another version', (report) => (report['version'] = 2)],
    ['negative points', (report) => (report['points'] = -1)],
    ['a report without its lab', (report) => delete report['lab']],
    ['an outcome that there is not', (report) => (report['outcome'] = 'great')],
  ])('refuses %s', (_, spoil) => {
    const report = JSON.parse(jsonReport('en', [sample])) as Record<string, unknown>;
    spoil(report);
    expect(problems(JSON.stringify(report))).not.toBeNull();
  });

  test('refuses a hidden check that tells its subject', () => {
    const json = jsonReport('en', [sample]);
    expect(problems(json.replace('"hidden": true', '"hidden": true, "subject": "x"'))).not.toBeNull();
  });
});

test('who graded which lab on which engine and when is told', () => {
  expect(shownIn('fr', sample)).toMatchObject({
    vigie: 'report',
    version: 1,
    language: 'fr',
    grader: '1.2.3',
    lab: {
      id: '02-ubuntu',
      title: 'Exécuter un environnement Linux',
      hash: 'sha256:0',
      file: 'labs/lab/lab.yaml',
      scale: 20,
      pass: 10,
    },
    engine: { id: 'engine', version: '20.10.24' },
    endpoint: 'unix:///var/run/docker.sock',
    takenAt: '2026-01-01T00:00:00.000Z',
    tookMs: 0,
    outcome: 'incomplete',
    max: 20,
  });
});

test('a check is told with its points, message, hints, command and place, and so are its assertions', () => {
  const check = {
    ...onContainer(
      'ubuntu',
      { ports: ['8080:80'], tty: true },
      { partial: true, reveal: 'command', hint: 'Page 3' },
    ),
    at: { line: 7, column: 9 },
    positions: { ports: { line: 8, column: 9 }, tty: { line: 9, column: 9 } },
  };
  const report = reportOf(labWith([taskOf('a', [check], { points: 20 })]), theContainer(ubuntu()));
  expect(shownIn('en', report)).toMatchObject({
    tasks: [
      {
        id: 'a',
        checks: [
          {
            id: 'a.1',
            kind: 'container',
            subject: 'ubuntu',
            title: 'container ubuntu (published ports, terminal)',
            outcome: 'failed',
            points: 10,
            max: 20,
            undecided: 0,
            message: {
              code: 'container.other-host-port',
              text: 'Container port 80 is published on host port 80 instead of 8080.',
            },
            advice: 'Page 3',
            hint: expect.stringContaining('Ports are chosen'),
            command: 'docker run … -p 8080:80 …',
            at: { file: 'labs/lab/lab.yaml', line: 7, column: 9 },
            assertions: [
              {
                id: 'a.1/ports',
                outcome: 'failed',
                points: 0,
                max: 10,
                expected: ['8080:80'],
                at: { line: 8 },
              },
              {
                id: 'a.1/tty',
                outcome: 'passed',
                points: 10,
                max: 10,
                expected: true,
                seen: true,
                at: { line: 9 },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a hidden check reveals nothing', () => {
  const hidden = onContainer('ubuntu', { hostname: 'secret-name' }, { hidden: true, reveal: 'command' });
  const json = jsonReport('en', [reportOf(labWith([taskOf('a', [hidden])]), theContainer(ubuntu()))]);
  expect(json).not.toMatch(/secret-name|hostname|"ubuntu"|check\.differs/);
  expect(json).toContain('"outcome": "failed"');
});

test.each([
  ['nothing', undefined, undefined],
  ['hint', expect.stringContaining('Ports are chosen'), undefined],
  ['command', expect.stringContaining('Ports are chosen'), 'docker run … -p 8080:80 …'],
] as const)('with reveal: %s hint and command are as in the terminal', (reveal, hint, command) => {
  const lab = labWith([taskOf('a', [onContainer('ubuntu', { ports: ['8080:80'] }, { reveal })])]);
  const { tasks } = shownIn('en', reportOf(lab, theContainer(ubuntu())));
  expect(tasks[0]?.checks[0]?.hint).toEqual(hint);
  expect(tasks[0]?.checks[0]?.command).toBe(command);
});

test('an answer that is wrong does not bring the right one', () => {
  const check = checkOf('answer', 'id', { equals: { 'same-as': 'container/ubuntu.id' } });
  const answered = (text: string) =>
    jsonReport('en', [
      reportOf(labWith([taskOf('a', [check])]), [
        ...theContainer(ubuntu()),
        found({ fact: 'answer', lab: 'lab', question: 'id' }, { file: 'answers.yaml', text }),
      ]),
    ]);
  expect(answered('0123456789ab')).not.toContain(ubuntu().Id);
});

test('the same report gives the same bytes', () => {
  expect(jsonReport('en', [sample])).toBe(jsonReport('en', [sample]));
});

describe('a saved report', () => {
  test('is read as it was written', () => {
    const shown = shownIn('fr', everyKind);
    expect(readReports(jsonOf([shown], {}))).toEqual({
      ok: true,
      value: [JSON.parse(JSON.stringify(shown))],
    });
    expect(readReports(jsonOf([shown, shown], {}))).toMatchObject({ ok: true, value: [{}, {}] });
  });

  const text = jsonReport('en', [sample]);
  test.each([
    ['is cut short', text.slice(0, -40), 'report.not-json', /^end$/],
    ['is something else', '{"vigie":"evidence","version":1}', 'report.not-report', /^$/],
    ['is a list', '[]', 'report.not-report', /^$/],
    ['comes from a later Vigie', text.replace('"version": 1', '"version": 2'), 'report.newer-version', /^2$/],
    ['has lost its version', text.replace('"version": 1,', ''), 'report.newer-version', /^$/],
    [
      'has points below nothing',
      text.replace('"undecided": ', '"undecided": -'),
      'report.damaged',
      /undecided minimum/,
    ],
    [
      'has a key of its own',
      text.replace('"grader"', '"marks": 20, "grader"'),
      'report.damaged',
      /additional/,
    ],
  ])('that %s is refused', (_, broken, code, detail) => {
    expect(readReports(broken)).toEqual({
      ok: false,
      error: { code, detail: expect.stringMatching(detail) },
    });
  });
});
