import { markup, type Markup } from '../../../text/markup';
import { formatNumber, plural } from '../../../text/number';
import { briefly } from '../../briefly';
import type { NextStep } from '../../next-step';
import type { ShownReport } from '../../shown/shown-report';
import { words } from '../../words';
import { explanation } from './explanation';
import { prose } from './prose';
import { courseLine } from './task';
import { pageWords } from './words';

/** The one explanation that a reader meets first. `lab` is the id of the lab's heading: regions of a page have names of their own. */
export function nextSection(
  step: NextStep | undefined,
  report: ShownReport,
  { id, lab, level }: { readonly id: string; readonly lab: string; readonly level: number },
): Markup {
  const { language } = report;
  const [word, said] = [pageWords[language], words[language]];
  const section = (name: string, title: string, content: Markup): Markup =>
    markup`<section class="next ${name}" aria-labelledby="${id} ${lab}"><h${level} id="${id}">${prose(title, language)}</h${level}>
${content}</section>`;
  if (!step) {
    const isAll = report.tasks.every(({ outcome }) => outcome === 'passed' || outcome === 'excused');
    const [title, more] = isAll ? [said.done, said.doneMore] : [said.next, said.nothingNow];
    return section('done', title, markup`<p>${prose(more, language)}</p>`);
  }
  const { task, check } = step;
  const left = check.max - check.points - check.undecided;
  const worth = word.worth(formatNumber(left, language), plural(left, { one: true, other: false }, language));
  return section(
    check.outcome,
    said.next,
    markup`<p class="where">${prose(task.title, language)}</p>
<p class="what">${prose(check.title, language)}${left > 0.005 ? markup` <span class="worth">${prose(worth, language)}</span>` : undefined}</p>
${explanation(briefly(check, report), language)}${courseLine(task, report)}`,
  );
}
