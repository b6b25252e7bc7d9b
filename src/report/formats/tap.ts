import { escapeInvisible } from '../../text/escape-json';
import { escapeTerminal } from '../../text/terminal';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { detailLines } from './detail-lines';
import type { Format } from './format';
import { pointsText } from './points-text';

/**
 * TAP 14: every check a test point with its points as YAML diagnostics. What waits or is excused is skipped; what could not be found out is `not ok` with
 * `severity: error`, since TAP has no third state and an incomplete grade must not look complete.
 */
export const tap: Format = (reports) => {
  const tests = reports.flatMap((report) =>
    report.tasks.flatMap((task) => task.checks.map((check) => ({ check, task, report }))),
  );
  const points = tests.map(({ check, task, report }, index) => testPoint(check, task, report, index + 1));
  const totals = reports.map(
    (report) => `# ${inline(report.lab.id)}: ${pointsText(report, 'en')}, ${report.outcome}`,
  );
  return `${['TAP version 14', `1..${tests.length}`, ...points, ...totals].join('\n')}\n`;
};

function testPoint(check: ShownCheck, task: ShownTask, report: ShownReport, number: number): string {
  const { outcome } = check;
  const isOk = outcome !== 'failed' && outcome !== 'error';
  const [says = '', ...more] = detailLines(check, report);
  const skip = outcome === 'blocked' || outcome === 'excused' ? ` # SKIP ${inline(says)}` : '';
  // The points come last: nothing at the end of a title can mean anything.
  const name = `${inline(`${report.lab.id} / ${task.title} / ${check.title}`)} (${pointsText(check, 'en')})`;
  return [
    `${isOk ? 'ok' : 'not ok'} ${number} - ${name}${skip}`,
    '  ---',
    ...diagnostics(check, says, more).map(([key, value]) => `  ${key}: ${asYaml(value)}`),
    '  ...',
  ].join('\n');
}

function diagnostics(
  check: ShownCheck,
  says: string,
  more: readonly string[],
): readonly (readonly [string, string | number | readonly string[]])[] {
  const { id, outcome, points, max, undecided, at } = check;
  return [
    ['id', id],
    ['outcome', outcome],
    ['points', points],
    ['max', max],
    ...(undecided > 0 ? ([['undecided', undecided]] as const) : []),
    ...(says === '' ? [] : ([['message', says]] as const)),
    ...(outcome === 'failed' ? ([['severity', 'fail']] as const) : []),
    ...(outcome === 'error' ? ([['severity', 'error']] as const) : []),
    ...(more.length === 0 ? [] : ([['details', more]] as const)),
    ['at', `${at.file}:${at.line}:${at.column}`],
  ];
}

/** JSON on one line is YAML. */
const asYaml = (value: string | number | readonly string[]): string => escapeInvisible(JSON.stringify(value));

/** `#` would begin a directive. */
const inline = (text: string): string => escapeTerminal(text).replace(/[\\#]/g, '\\$&').trim();
