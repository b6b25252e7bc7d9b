import { markup, type Markup } from '../../../text/markup';
import { formatNumber } from '../../../text/number';
import type { ShownReport, ShownTask } from '../../shown/shown-report';
import { words } from '../../words';
import { checkItem, type ToldAbove } from './check';
import { prose } from './prose';
import { meter } from './score-picture';

interface TaskPlace {
  readonly id: string;
  /** Level of its heading. */
  readonly level: number;
  readonly above: ToldAbove | undefined;
}

/** One task: title, outcome and points; its checks; and while it is open where the course teaches it. */
export function taskItem(task: ShownTask, report: ShownReport, { id, level, above }: TaskPlace): Markup {
  const { language } = report;
  const word = words[language];
  const checks = task.checks.map((check, index) =>
    checkItem(check, report, { id: `${id}-${index + 1}`, above, isOnly: task.checks.length === 1 }),
  );
  const isOpen = task.outcome !== 'passed' && task.outcome !== 'excused';
  const isToldAbove = above !== undefined && task.checks.includes(above.check);
  return markup`<li class="task ${task.outcome}" id="${id}">
<div class="task-head"><h${level}>${prose(task.title, language)}</h${level}>
<p class="end">${task.bonus ? markup`<span class="bonus">${word.bonus}</span> ` : undefined}<span class="state ${task.outcome}">${word.outcome[task.outcome]}</span> ${meter(task.points, task.max)} <span class="points">${formatNumber(task.points, language)} / ${formatNumber(task.max, language)}</span></p></div>
<ul class="checks" role="list">${checks}</ul>
${isOpen && !isToldAbove ? courseLine(task, report) : undefined}</li>`;
}

/** Where the course teaches a task, if its author says so. */
export const courseLine = ({ course }: ShownTask, { language }: ShownReport): Markup | undefined =>
  course === undefined
    ? undefined
    : markup`<p class="course">${prose(`${words[language].course} ${course}`, language)}</p>`;
