import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook } from '../../gradebook';
import { moment, number } from './say';
import { gradebookWords } from './words';

/** The class in five figures. */
export function summary({ students, notRead, total, until, language }: Gradebook): Markup {
  const words = gradebookWords[language];
  const with_ = (outcome: 'reached' | 'incomplete'): number =>
    students.filter((student) => student.outcome === outcome).length;
  const figures: readonly (readonly [string, string, string?])[] = [
    [words.students, String(students.length)],
    [words.outcome.reached, String(with_('reached')), 'reached'],
    [words.incomplete, String(with_('incomplete')), 'incomplete'],
    [words.mean, total.mean === undefined ? '–' : `${number(Math.round(total.mean * 10) / 10, language)} %`],
    ...(notRead.length > 0 ? [[words.notRead, String(notRead.length), 'below'] as const] : []),
  ];
  const when =
    until === undefined
      ? undefined
      : markup`<p class="soft">${words.until} <time datetime="${until}">${moment(until)}</time></p>`;
  return markup`${when}<dl class="figures">${figures.map(
    ([name, figure, state]) => markup`<div class="${state}"><dt>${name}</dt><dd>${figure}</dd></div>`,
  )}</dl>`;
}
