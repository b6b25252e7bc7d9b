import { err, ok } from '../../text/result';
import { escapeInvisible } from '../../text/escape-json';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { words } from '../words';
import type { RefusingFormat, ShownReports } from './format';
import { cutTo, isIncomplete, plainDetails, plainLine } from './plain';
import { markText } from './points-text';

/**
 * `/grade/results/results.json` of PrairieLearn (`docs/externalGrading.md` in PrairieLearn/PrairieLearn). What could not be graded is not
 * gradable there: no attempt is used up, and no point awarded or lost. It takes 1 MB, so what is said about a check is shortened
 * until all fits; results never are.
 */
export const prairielearn: RefusingFormat = (reports) => {
  for (const length of [10_000, 2_000, 300, 0]) {
    const text = `${escapeInvisible(JSON.stringify(resultOf(reports, length)))}\n`;
    if (Buffer.byteLength(text) <= longest) return ok(text);
  }
  return err({ code: 'format.too-large', limit: longest });
};

const longest = 1_000_000;

function resultOf(reports: ShownReports, length: number) {
  const tests = reports.flatMap((report) =>
    report.tasks.flatMap((task) => task.checks.map((check) => testOf(check, task, report, length))),
  );
  const message = reports.map((report) => plainLine(`${report.lab.title} · ${markText(report)}`)).join('\n');
  if (isIncomplete(reports)) {
    const says = words[reports[0].language].incomplete;
    return { gradable: false, format_errors: [says], message: says, tests };
  }
  return { gradable: true, score: scoreOf(reports), message, tests };
}

/** Between 0 and 1; where there is nothing to gain nothing was lost. */
function scoreOf(reports: ShownReports): number {
  const max = reports.reduce((total, report) => total + report.max, 0);
  const points = reports.reduce((total, report) => total + Math.min(report.points, report.max), 0);
  return max === 0 ? 1 : Math.min(1, points / max);
}

function testOf(check: ShownCheck, task: ShownTask, report: ShownReport, length: number) {
  const { outcome } = words[report.language];
  const message = cutTo(length, plainDetails(check, report));
  return {
    name: cutTo(200, plainLine(check.title)),
    description: cutTo(200, plainLine(task.title)),
    points: check.points,
    max_points: check.max,
    message: message === '' ? outcome[check.outcome] : message,
  };
}
