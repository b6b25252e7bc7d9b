import { withoutCommands } from '../../text/escape-workflow-command';
import { formatNumber } from '../../text/number';
import { escapeTerminal, wrap } from '../../text/terminal';
import type { ShownReport, ShownTask } from '../shown/shown-report';
import { words } from '../words';
import { paint, type Look } from './style';
import { atHand, isBegun, lastLines } from './at-hand';
import { nextBox } from './next-box';
import { taskLine, taskLines } from './task-lines';
import { overviewLine } from './overview-line';

/** One lab in full, for a terminal. Student text in it cannot move the cursor, colour the terminal or forge lines. */
export function terminalReport(report: ShownReport, look: Look): string {
  const lines = [
    heading(report, look),
    '',
    ...report.tasks.flatMap((task) => [...taskLines(task, report, look), '']),
    ...markLines(report, look),
    ...leftLines(report, look),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

/** One lab on a small screen: a line for each task, the mark, and last the one thing to do now. */
export function terminalSummary(report: ShownReport, look: Look): string {
  const more = `${words[report.language].inFull}${escapeTerminal(report.lab.id)} --full`;
  const lines = [
    heading(report, look),
    '',
    ...report.tasks.map((task) => taskLine(task, report, look)),
    '',
    ...markLines(report, look),
    ...wrap(more, look.columns).map((line) => paint(look, 'dim', line)),
    '',
    ...nextBox(report, look),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

/** Several labs on a small screen: a line for each, then the one that is under way; before the first, where to begin. */
export function terminalStart(reports: readonly ShownReport[], look: Look): string {
  if (reports.length === 0) return '';
  const lines = reports.map((report) => overviewLine(report, look));
  const overview = withoutCommands(`${lines.join('\n')}\n`);
  const underWay = atHand(reports);
  return underWay && isBegun(underWay)
    ? `${overview}\n${terminalSummary(underWay, look)}`
    : `${overview}\n${withoutCommands(`${lastLines(reports, look).join('\n')}\n`)}`;
}

const bold = (text: string, look: Look): string[] =>
  wrap(text, look.columns).map((line) => paint(look, 'bold', line));

const heading = (report: ShownReport, look: Look): string =>
  bold(escapeTerminal(`${report.lab.id} · ${report.lab.title}`), look).join('\n');

function markLines(report: ShownReport, look: Look): string[] {
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
  ];
}

/** What is still to gain, the most valuable first: where to go on; then what nobody could find out, which is not for the student to gain. */
function leftLines(report: ShownReport, look: Look): string[] {
  const { language } = report;
  const word = words[language];
  const line = (title: string, pointsOf: (task: ShownTask) => number): readonly string[] => {
    const parts = report.tasks
      .flatMap((task) => ({ task, points: task.bonus ? 0 : pointsOf(task) }))
      .filter(({ points }) => points > 1e-6)
      .sort((a, b) => b.points - a.points)
      .map(({ task, points }) => `${escapeTerminal(task.title)} (${formatNumber(points, language)})`);
    return parts.length === 0
      ? []
      : wrap(`${title} ${parts.join(`${word.semicolon} `)}`, look.columns, '  ', '');
  };
  return [
    ...line(word.left, (task) => task.max - task.points - task.undecided),
    ...line(word.leftUndecided, (task) => task.undecided),
  ];
}
