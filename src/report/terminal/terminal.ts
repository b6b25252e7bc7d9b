import { localize } from '../../text/language';
import { formatNumber } from '../../text/number';
import { escapeTerminal, truncateToWidth, wrap } from '../../text/terminal';
import type { Locale } from '../explain';
import type { Report } from '../report';
import { paint, type Look } from './style';
import { taskLines } from './task-lines';
import { roomBeside, withEnd } from './with-end';
import { words } from './words';

/** One lab in full, for a terminal. Student text in it cannot move the cursor, colour the terminal or forge lines. */
export function terminalReport(report: Report, locale: Locale, look: Look): string {
  const lines = [
    heading(report, locale, look),
    '',
    ...report.tasks.flatMap((task) => [...taskLines(task, report, locale, look), '']),
    ...summaryLines(report, locale, look),
  ];
  return `${lines.join('\n')}\n`;
}

/** Several labs: a line for each, then in full those that were begun. */
export function terminalOverview(reports: readonly Report[], locale: Locale, look: Look): string {
  const begun = reports.filter(isBegun);
  const word = words[locale.language];
  const first = reports[0];
  const lines = reports.map((report) => overviewLine(report, locale, look));
  const how = first ? ['', `${word.details}${escapeTerminal(first.lab.id)}`] : [];
  const details = begun.map((report) => `\n${terminalReport(report, locale, look)}`);
  return `${[...lines, ...how].join('\n')}\n${details.join('')}`;
}

/** A lab is begun when anything of it holds, or could not be found out. */
export const isBegun = (report: Report): boolean =>
  report.tasks.some((task) =>
    task.checks.some((check) => ['passed', 'error'].includes(check.outcome) || check.points > 0),
  );

function heading(report: Report, { language }: Locale, look: Look): string {
  const title = localize(report.lab.title, language, report.lab.lang);
  return wrap(escapeTerminal(`${report.lab.id} · ${title}`), look.columns)
    .map((line) => paint(look, 'bold', line))
    .join('\n');
}

function overviewLine(report: Report, { language }: Locale, look: Look): string {
  const word = words[language];
  const mark = `${formatNumber(report.points, language)} / ${formatNumber(report.max, language)}`;
  const state = !isBegun(report)
    ? word.notBegun
    : report.outcome === 'incomplete'
      ? `${mark}  ${word.undecided}`
      : `${mark}  ${report.outcome === 'reached' ? word.reached : word.below}`;
  const title = escapeTerminal(`${report.lab.id} · ${localize(report.lab.title, language, report.lab.lang)}`);
  const cut = truncateToWidth(title, roomBeside(state, look.columns));
  return withEnd([cut], state, look.columns).join('\n');
}

function summaryLines(report: Report, { language }: Locale, look: Look): string[] {
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
    ...leftLines(report, language, look),
  ];
}

/** What is still to gain, the most valuable first: where to go on. */
function leftLines(report: Report, language: Locale['language'], look: Look): string[] {
  const left = report.tasks
    .filter((task) => !task.bonus && task.max - task.points > 1e-6)
    .sort((a, b) => b.max - b.points - (a.max - a.points))
    .map(
      (task) =>
        `${escapeTerminal(localize(task.title, language, report.lab.lang))} (${formatNumber(task.max - task.points, language)})`,
    );
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
