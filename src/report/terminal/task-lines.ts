import { localize } from '../../text/language';
import { formatNumber } from '../../text/number';
import { displayWidth, escapeTerminal, wrap } from '../../text/terminal';
import type { Locale } from '../explain';
import type { Report, ReportTask } from '../report';
import { checkLines } from './check-lines';
import { outcomeStyle, paint, type Look } from './style';
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
  const room = Math.max(20, look.columns - displayWidth(end) - 2);
  const lines = wrap(text(task.title), room, '  ', sign);
  const last = lines.at(-1) ?? sign;
  const padded = `${last}${' '.repeat(Math.max(2, look.columns - displayWidth(last) - displayWidth(end)))}${paint(look, outcomeStyle[task.outcome], end)}`;
  const head = [...lines.slice(0, -1), padded].map((line, index) =>
    index === 0 ? line.replace(sign, paint(look, outcomeStyle[task.outcome], sign)) : line,
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
