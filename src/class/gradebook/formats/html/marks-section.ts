import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook, MarkStatistics } from '../../gradebook';
import { histogram } from './histogram';
import { number, plainTitle, prose } from './say';
import { gradebookWords } from './words';

/** A picture of the marks of each lab, and of the total where there are several. */
export function marksSection({ labs, total, language }: Gradebook): Markup {
  const words = gradebookWords[language];
  const pictures = labs.map(({ id, title, marks, max, pass }, index) =>
    figure(
      markup`<span class="lab-id">${id}</span> ${prose(title, language)}`,
      { id: `marks-${index + 1}`, title: words.picture(plainTitle(title)), marks, max, pass, unit: '' },
      language,
    ),
  );
  const whole = figure(
    markup`${words.total}`,
    { id: 'marks-total', title: words.picture(words.total), marks: total, max: 100, unit: ' %' },
    language,
  );
  return markup`<section aria-labelledby="marks"><h2 id="marks">${words.marks}</h2>
<div class="pictures">${labs.length > 1 ? [whole, ...pictures] : pictures}</div></section>`;
}

function figure(
  caption: Markup,
  drawn: Parameters<typeof histogram>[0],
  language: Gradebook['language'],
): Markup {
  return markup`<figure><figcaption>${caption}</figcaption>
${histogram(drawn, language)}
<p class="soft">${inFigures(drawn.marks, drawn.unit, language)}</p></figure>`;
}

function inFigures(marks: MarkStatistics, unit: string, language: Gradebook['language']): string {
  const words = gradebookWords[language];
  const figures = [
    [words.mean, marks.mean],
    [words.median, marks.median],
    [words.deviation, marks.deviation],
  ] as const;
  const told = figures.flatMap(([name, value]) =>
    value === undefined ? [] : `${name} ${number(value, language)}${unit}`,
  );
  return [words.marksOf(marks.count), ...told].join(' · ');
}
