import { formatNumber } from '../../text/number';
import { escapeTerminal, wrap } from '../../text/terminal';
import type { ShownReport, ShownTask } from '../shown/shown-report';
import { signs, words } from '../words';
import { checkLines } from './check-lines';
import { outcomeStyle, paint, type Look } from './style';
import { roomBeside, withEnd } from './with-end';

/** One task: sign, title, outcome and points on a line; then its checks, and where the course teaches it. */
export function taskLines(task: ShownTask, report: ShownReport, look: Look): string[] {
  const { language } = report;
  const word = words[language];
  const points = `${formatNumber(task.points, language)} / ${formatNumber(task.max, language)}`;
  const end = `${word.outcome[task.outcome]}${task.bonus ? `, ${word.bonus}` : ''}  ${points}`;
  const sign = `${signs[task.outcome]} `;
  const color = outcomeStyle[task.outcome];
  const lines = wrap(escapeTerminal(task.title), roomBeside(end, look.columns), '  ', sign);
  const head = withEnd(lines, end, look.columns, paint(look, color, end)).map((line, index) =>
    index === 0 ? line.replace(sign, paint(look, color, sign)) : line,
  );
  const open = task.outcome !== 'passed' && task.outcome !== 'excused';
  const course =
    open && task.course !== undefined
      ? wrap(`${word.course} ${escapeTerminal(task.course)}`, look.columns, '        ').map((line) =>
          paint(look, 'dim', line),
        )
      : [];
  return [...head, ...task.checks.flatMap((check) => checkLines(check, report, look)), ...course];
}
