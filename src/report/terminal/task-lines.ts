import { localize } from '../../text/language';
import { formatNumber } from '../../text/number';
import { escapeTerminal, wrap } from '../../text/terminal';
import type { Locale } from '../explain';
import type { Report, ReportTask } from '../report';
import { checkLines } from './check-lines';
import { outcomeStyle, paint, type Look } from './style';
import { roomBeside, withEnd } from './with-end';
import { signs, words } from './words';

/** One task: sign, title, outcome and points on a line; then its checks, and where the course teaches it. */
export function taskLines(task: ReportTask, report: Report, locale: Locale, look: Look): string[] {
  const { language } = locale;
  const word = words[language];
  const text = (value: ReportTask['title']): string =>
    escapeTerminal(localize(value, language, report.lab.lang));
  const points = `${formatNumber(task.points, language)} / ${formatNumber(task.max, language)}`;
  const end = `${word.outcome[task.outcome]}${task.bonus ? `, ${word.bonus}` : ''}  ${points}`;
  const sign = `${signs[task.outcome]} `;
  const color = outcomeStyle[task.outcome];
  const lines = wrap(text(task.title), roomBeside(end, look.columns), '  ', sign);
  const head = withEnd(lines, end, look.columns, paint(look, color, end)).map((line, index) =>
    index === 0 ? line.replace(sign, paint(look, color, sign)) : line,
  );
  const open = task.outcome !== 'passed' && task.outcome !== 'excused';
  const course =
    open && task.course !== undefined
      ? wrap(`${word.course} ${text(task.course)}`, look.columns, '        ').map((line) =>
          paint(look, 'dim', line),
        )
      : [];
  return [...head, ...task.checks.flatMap((check) => checkLines(check, report, locale, look)), ...course];
}
