import { escapeXml } from '../../text/escape-xml';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { detailLines } from './detail-lines';
import type { Format } from './format';
import { uniqueNames } from './unique-names';

/**
 * JUnit XML, a suite a lab and a test case a check. Only what both GitLab and the strict schema of Jenkins' xUnit plugin take: no `file`, `line` or properties at
 * a test case. Points are properties of the suite, `points` and `max`, and those of each check by its id.
 */
export const junit: Format = (reports) => {
  const unique = uniqueNames();
  const suites = reports.map((report) => suiteOf(report, unique));
  const { tests, failures, errors } = countsOf(reports.flatMap(checksOf));
  const time = secondsOf(reports.reduce((sum, { tookMs }) => sum + tookMs, 0));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('testsuites', { name: 'vigie', tests, failures, errors, time }, suites),
    '',
  ].join('\n');
};

function suiteOf(report: ShownReport, unique: (className: string, name: string) => string): string {
  const { lab, takenAt, tookMs } = report;
  const cases = report.tasks.flatMap((task) =>
    task.checks.map((check) => caseOf(check, task, report, unique)),
  );
  return tag(
    'testsuite',
    {
      name: `${lab.id} · ${lab.title}`,
      ...countsOf(checksOf(report)),
      time: secondsOf(tookMs),
      timestamp: takenAt.slice(0, 19),
    },
    [tag('properties', {}, propertiesOf(report)), ...cases],
  );
}

function propertiesOf(report: ShownReport): readonly string[] {
  const { points, max, undecided, outcome, lab } = report;
  const totals = { points, max, undecided, pass: lab.pass, outcome, labHash: lab.hash };
  return [
    ...Object.entries(totals),
    ...checksOf(report).flatMap(({ id, points, max }) => [
      [`points:${id}`, points] as const,
      [`max:${id}`, max] as const,
    ]),
  ].map(([name, value]) => tag('property', { name, value }, []));
}

function caseOf(
  check: ShownCheck,
  task: ShownTask,
  report: ShownReport,
  unique: (className: string, name: string) => string,
): string {
  const classname = `${report.lab.id}.${task.id}`;
  // One look serves all checks: the time of a single one is not known.
  const attributes = { classname, name: unique(classname, check.title), time: 0 };
  return tag('testcase', attributes, resultOf(check, report));
}

function resultOf(check: ShownCheck, report: ShownReport): readonly string[] {
  const { outcome, message } = check;
  if (outcome === 'passed') return [];
  const details = detailLines(check, report);
  const name = { failed: 'failure', error: 'error', blocked: 'skipped', excused: 'skipped' }[outcome];
  const { file, line, column } = check.at;
  const text = [...details, `${file}:${line}:${column}`].join('\n');
  return [
    tag(name, { type: message?.code ?? outcome, message: details[0] ?? outcome }, [escapeXml(text)], ''),
  ];
}

const checksOf = (report: ShownReport): readonly ShownCheck[] => report.tasks.flatMap(({ checks }) => checks);

function countsOf(
  checks: readonly ShownCheck[],
): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const count = (...outcomes: readonly string[]): number =>
    checks.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    tests: checks.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: count('blocked', 'excused'),
  };
}

const secondsOf = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** The content is XML already. */
function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[],
  between = '\n',
): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `<${name}${pairs.join('')}`;
  return content.length === 0 ? `${start}/>` : [`${start}>`, ...content, `</${name}>`].join(between);
}
