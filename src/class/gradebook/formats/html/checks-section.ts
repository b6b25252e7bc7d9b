import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook, GradebookCheck, GradebookLab } from '../../gradebook';
import { number, percentOf, plainTitle, prose, wide } from './say';
import { gradebookWords } from './words';

type Language = Gradebook['language'];

/** Below it a correlation is mostly chance. */
const fewStudents = 10;
const outcomes = ['passed', 'failed', 'blocked', 'error', 'excused'] as const;

/** Which check was hard, which tells students apart, and what was mostly wrong. */
export function checksSection({ labs, language }: Gradebook): Markup {
  const words = gradebookWords[language];
  if (labs.length === 0) return markup``;
  return markup`<section aria-labelledby="checks"><h2 id="checks">${words.checks}</h2>
<details class="help"><summary>${words.howToRead}</summary><ul>${words.explained.map((text) => markup`<li>${prose(text, language)}</li>`)}</ul></details>
${labs.map((lab) => labTable(lab, language))}</section>`;
}

function labTable(lab: GradebookLab, language: Language): Markup {
  const words = gradebookWords[language];
  const heads = [words.check, words.difficulty, words.discrimination, words.diagnosis];
  const notices = [
    ...(lab.versions.length > 1 ? [words.versions(lab.versions.length)] : []),
    ...(lab.common ? [] : [words.rare]),
  ];
  const rows = lab.checks.map((check, index) => {
    const isNewTask = check.task !== lab.checks[index - 1]?.task;
    const task = isNewTask
      ? markup`<tr class="task"><th colspan="4" scope="rowgroup">${prose(check.task, language)}</th></tr>`
      : undefined;
    return markup`${task}${checkRow(check, language)}`;
  });
  return markup`<h3><span class="lab-id">${lab.id}</span> ${prose(lab.title, language)}</h3>
${notices.map((text) => markup`<p class="notice">${text}</p>`)}
${wide(plainTitle(lab.title), markup`<table class="checks"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`)}`;
}

function checkRow(check: GradebookCheck, language: Language): Markup {
  return markup`<tr><th scope="row">${prose(check.title, language)} <small>${number(check.max, language)} pt</small></th>
<td>${shares(check, language)}</td>
<td class="number">${power(check, language)}</td>
<td>${diagnoses(check, language)}</td></tr>`;
}

/** A bar of what became of all students, and the same in words. */
function shares(check: GradebookCheck, language: Language): Markup {
  const words = gradebookWords[language];
  const all = outcomes.reduce((sum, outcome) => sum + check[outcome], 0);
  let x = 0;
  const parts = outcomes.map((outcome) => {
    const width = all === 0 ? 0 : Math.round((check[outcome] / all) * 10_000) / 100;
    const part = markup`<rect class="${outcome}" x="${x}%" width="${width}%" height="100%"/>`;
    x = Math.round((x + width) * 100) / 100;
    return part;
  });
  const told = outcomes
    .filter((outcome) => check[outcome] > 0)
    .map((outcome) => `${words.checkOutcome[outcome]}${words.colon} ${check[outcome]}`);
  const share = check.difficulty === undefined ? '–' : percentOf(check.difficulty);
  return markup`<b>${share}</b><svg class="share" aria-hidden="true" focusable="false">${parts}</svg><small>${told.join(' · ')}</small>`;
}

function power({ discrimination, decided }: GradebookCheck, language: Language): Markup {
  if (discrimination === undefined) return markup`<span class="soft">–</span>`;
  const figure = number(discrimination, language).replace('-', '−');
  if (decided < fewStudents)
    return markup`<span class="soft">${figure}</span> <small>${gradebookWords[language].few}</small>`;
  return markup`<span class="${discrimination < 0 ? 'failed' : undefined}">${figure}</span>`;
}

function diagnoses({ diagnoses: [first, ...others] }: GradebookCheck, language: Language): Markup {
  if (!first) return markup`<span class="soft">–</span>`;
  const tell = ({ code, count, text }: typeof first): Markup =>
    markup`<b>${count} ×</b> ${prose(text, language)} <code class="code">${code}</code>`;
  const more =
    others.length === 0
      ? undefined
      : markup`<details><summary>${gradebookWords[language].others(others.length)}</summary><ul>${others.map((one) => markup`<li>${tell(one)}</li>`)}</ul></details>`;
  return markup`${tell(first)}${more}`;
}
