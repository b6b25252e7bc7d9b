import { markup, type Markup } from '../../../text/markup';
import { formatNumber } from '../../../text/number';
import type { ShownReport } from '../../shown/shown-report';
import { words } from '../../words';
import { about } from './about';
import { icon } from './icons';
import { nextStep } from '../../next-step';
import { nextSection } from './next-section';
import { prose } from './prose';
import { replay } from './replay';
import { scorePicture } from './score-picture';
import { taskItem } from './task';
import { timeOf } from './time';
import { pageWords } from './words';

/** One lab in full. `id` begins the ids of all its places; `level` is that of its heading. */
export function labArticle(
  report: ShownReport,
  { id, level }: { readonly id: string; readonly level: number },
): Markup {
  const { language, lab } = report;
  const step = nextStep(report);
  const above = step && { check: step.check, at: `${id}-next` };
  const tasks = report.tasks.map((task, index) =>
    taskItem(task, report, { id: `${id}-${index + 1}`, level: level + 2, above }),
  );
  return markup`<article class="lab" id="${id}" aria-labelledby="${id}-title">
<header class="lab-head"><p class="lab-id">${lab.id} · ${timeOf(report)}</p>
<h${level} id="${id}-title">${prose(lab.title, language)}</h${level}>
${mark(report)}
${scorePicture(report, `${id}-picture`)}
${report.outcome === 'incomplete' ? markup`<p class="notice">${prose(words[language].incomplete, language)}</p>` : undefined}</header>
${nextSection(step, report, { id: `${id}-next`, lab: `${id}-title`, level: level + 1 })}
<section aria-labelledby="${id}-steps ${id}-title"><div class="steps-head"><h${level + 1} id="${id}-steps">${pageWords[language].steps}</h${level + 1}>${counts(report)}</div>
<ol class="tasks" role="list">${tasks}</ol></section>
${replay(report)}${about(report)}</article>`;
}

/** The mark in figures and, where it is not told below, the verdict on it in words. */
function mark(report: ShownReport): Markup {
  const { points, max, outcome, language } = report;
  const verdict = outcome === 'incomplete' ? undefined : verdictOf(report);
  return markup`<p class="mark ${outcome}"><span class="figure"><b>${formatNumber(points, language)}</b> / ${formatNumber(max, language)}</span> ${verdict}</p>`;
}

export const verdictOf = ({ outcome, language }: ShownReport): Markup =>
  markup`<span class="verdict ${outcome}">${pageWords[language][outcome]}</span>`;

/** How many steps are where. */
function counts({ tasks, language }: ShownReport): Markup {
  const outcomes = (['passed', 'failed', 'blocked', 'excused', 'error'] as const).map((outcome) => {
    const count = tasks.filter((task) => task.outcome === outcome).length;
    return count === 0
      ? markup``
      : markup`<li class="state ${outcome}">${icon(outcome)}${pageWords[language].count[outcome](count)}</li>`;
  });
  return markup`<ul class="counts" role="list">${outcomes}</ul>`;
}
