import type { Outcome } from '../../judge/verdict';
import { escapeInvisible } from '../../text/escape-json';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { detailLines } from './detail-lines';
import type { Format, ShownReports } from './format';

type Status = 'passed' | 'failed' | 'skipped' | 'other';

/** CTRF has no word for what could not be found out, which is nobody's failure. */
const statuses: Readonly<Record<Outcome, Status>> = {
  passed: 'passed',
  failed: 'failed',
  blocked: 'skipped',
  excused: 'skipped',
  error: 'other',
};

/** Common Test Report Format (ctrf.io): every check a test, in the suite of its lab and task; points are in `extra`. */
export const ctrf: Format = (reports) => {
  const tests = reports.flatMap((report) =>
    report.tasks.flatMap((task) => task.checks.map((check) => testOf(check, task, report))),
  );
  const count = (wanted: Status): number => tests.filter(({ status }) => status === wanted).length;
  const document = {
    reportFormat: 'CTRF',
    specVersion: '1.0.0',
    generatedBy: 'vigie',
    timestamp: reports[0].takenAt,
    results: {
      tool: { name: 'vigie', version: reports[0].grader },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        ...timesOf(reports),
      },
      tests,
    },
    extra: { labs: reports.map(labOf) },
  };
  return `${escapeInvisible(JSON.stringify(document, null, 2))}\n`;
};

function testOf(check: ShownCheck, task: ShownTask, report: ShownReport) {
  const [message, ...trace] = detailLines(check, report);
  return {
    // One look serves all checks: the time of a single one is not known.
    name: check.title === '' ? check.id : check.title,
    status: statuses[check.outcome],
    duration: 0,
    suite: [report.lab.id, task.title].filter((name) => name !== ''),
    ...(message !== undefined && { message }),
    ...(trace.length > 0 && { trace: trace.join('\n') }),
    rawStatus: check.outcome,
    filePath: check.at.file,
    line: check.at.line,
    extra: { id: check.id, points: check.points, maxPoints: check.max, undecided: check.undecided },
  };
}

function timesOf(reports: ShownReports): { readonly start: number; readonly stop: number } {
  const starts = reports.map(({ takenAt }) => Date.parse(takenAt) || 0);
  const stops = reports.map(({ tookMs }, index) => (starts[index] ?? 0) + tookMs);
  return { start: Math.round(Math.min(...starts)), stop: Math.round(Math.max(...stops)) };
}

const labOf = ({ lab, points, max, undecided, outcome }: ShownReport): object => ({
  id: lab.id,
  title: lab.title,
  hash: lab.hash,
  points,
  maxPoints: max,
  undecided,
  pass: lab.pass,
  outcome,
});
