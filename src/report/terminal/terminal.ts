import { withoutCommands } from '../../text/escape-workflow-command';
import { formatNumber } from '../../text/number';
import { escapeTerminal, truncateToWidth, wrap } from '../../text/terminal';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';
import { paint, type Look } from './style';
import { taskLines } from './task-lines';
import { roomBeside, withEnd } from './with-end';

/** One lab in full, for a terminal. Student text in it cannot move the cursor, colour the terminal or forge lines. */
export function terminalReport(report: ShownReport, look: Look): string {
  const lines = [
    heading(report, look),
    '',
    ...report.tasks.flatMap((task) => [...taskLines(task, report, look), '']),
    ...summaryLines(report, look),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

/** Several labs: a line for each, then in full those that were begun. */
export function terminalOverview(reports: readonly ShownReport[], look: Look): string {
  const begun = reports.filter(isBegun);
  const [first] = reports;
  const lines = reports.map((report) => overviewLine(report, look));
  const how = first ? ['', `${words[first.language].details}${escapeTerminal(first.lab.id)}`] : [];
  const details = begun.map((report) => `\n${terminalReport(report, look)}`);
  return withoutCommands(`${[...lines, ...how].join('\n')}\n${details.join('')}`);
}

/** A lab is begun when anything of it holds, or could not be found out. */
export const isBegun = (report: ShownReport): boolean =>
  report.tasks.some((task) =>
    task.checks.some((check) => ['passed', 'error'].includes(check.outcome) || check.points > 0),
  );

function heading(report: ShownReport, look: Look): string {
  return wrap(escapeTerminal(`${report.lab.id} · ${report.lab.title}`), look.columns)
    .map((line) => paint(look, 'bold', line))
    .join('\n');
}

function overviewLine(report: ShownReport, look: Look): string {
  const word = words[report.language];
  const mark = `${formatNumber(report.points, report.language)} / ${formatNumber(report.max, report.language)}`;
  const state = !isBegun(report)
    ? word.notBegun
    : report.outcome === 'incomplete'
      ? `${mark}  ${word.undecided}`
      : `${mark}  ${report.outcome === 'reached' ? word.reached : word.below}`;
  const title = escapeTerminal(`${report.lab.id} · ${report.lab.title}`);
  const cut = truncateToWidth(title, roomBeside(state, look.columns));
  return withEnd([cut], state, look.columns).join('\n');
}

function summaryLines(report: ShownReport, look: Look): string[] {
  const { language } = report;
  const word = words[language];
  const number = (value: number): string => formatNumber(value, language);
  const colon = language === 'fr' ? ' :' : ':';
  const reached = report.outcome === 'reached' ? word.reached : word.below;
  const verdict =
    report.outcome === 'incomplete'
      ? ''
      : ` (${word.passMark}${colon} ${number(report.lab.pass)}, ${reached})`;
  const mark = `${word.mark}${colon} ${number(report.points)} / ${number(report.max)}${verdict}`;
  return [
    ...wrap(mark, look.columns).map((line) =>
      paint(look, ['bold', report.outcome === 'reached' ? 'green' : 'yellow'], line),
    ),
    ...(report.outcome === 'incomplete' ? wrap(word.incomplete, look.columns) : []),
    ...leftLines(report, look),
  ];
}

/** What is still to gain, the most valuable first: where to go on. */
function leftLines(report: ShownReport, look: Look): string[] {
  const { language } = report;
  const left = report.tasks
    .filter((task) => !task.bonus && task.max - task.points > 1e-6)
    .sort((a, b) => b.max - b.points - (a.max - a.points))
    .map((task) => `${escapeTerminal(task.title)} (${formatNumber(task.max - task.points, language)})`);
  return left.length === 0
    ? []
    : [
        ...wrap(
          `${words[language].left} ${left.join(`${words[language].semicolon} `)}`,
          look.columns,
          '  ',
          '',
        ),
      ];
}
