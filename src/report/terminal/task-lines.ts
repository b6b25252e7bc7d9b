import { formatNumber } from '../../text/number';
import { escapeTerminal, wrap } from '../../text/terminal';
import type { ShownReport, ShownTask } from '../shown/shown-report';
import { signs, words } from '../words';
import { checkLines } from './check-lines';
import { outcomeStyle, paint, type Look } from './style';
import { roomBeside, withEnd } from './with-end';

/** One task: sign, title, outcome and points on a line; then its checks, and where the course teaches it. */
export function taskLines(task: ShownTask, report: ShownReport, look: Look): string[] {
  return [
    taskLine(task, report, look),
    ...task.checks.flatMap((check) => checkLines(check, report, look)),
    ...courseLines(task, report, look),
  ];
}

/** Its sign, title, outcome and points. */
export function taskLine(task: ShownTask, report: ShownReport, look: Look): string {
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
  return head.join('\n');
}

/** Where the course teaches what is not done yet. */
export function courseLines({ outcome, course }: ShownTask, { language }: ShownReport, look: Look): string[] {
  if (outcome === 'passed' || outcome === 'excused' || course === undefined) return [];
  const text = `${words[language].course} ${escapeTerminal(course)}`;
  return wrap(text, look.columns, '        ').map((line) => paint(look, 'dim', line));
}
