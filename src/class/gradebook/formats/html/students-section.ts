import { Markup, markup } from '../../../../text/markup';
import type { Gradebook } from '../../gradebook';
import { pageSize, tableData, type TableData } from './table-data';
import { number, plainTitle, wide } from './say';
import { gradebookWords } from './words';

/** All students: the first page as it stands, the others as data from which the script makes pages. */
export function studentsSection(gradebook: Gradebook): Markup {
  const words = gradebookWords[gradebook.language];
  const data = tableData(gradebook);
  const first = data.rows.slice(0, pageSize).map((row) => tableRow(row, data));
  const heads = data.columns.map(
    ({ name, title, kind }) =>
      markup`<th scope="col" class="${kind}" title="${title === undefined ? undefined : plainTitle(title)}">${name}</th>`,
  );
  const more =
    data.rows.length > pageSize
      ? markup`<noscript><p class="notice">${words.withoutScript(pageSize, data.rows.length)}</p></noscript>`
      : undefined;
  return markup`<section aria-labelledby="students"><h2 id="students">${capital(words.students)}</h2>
<form class="controls" id="controls" hidden>
<label class="grow"><span>${words.search}</span><input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<label><span>${words.show}</span><select id="filter"><option value="">${words.all}</option>${(
    ['reached', 'below', 'incomplete'] as const
  ).map((outcome) => markup`<option value="${outcome}">${words.outcome[outcome]}</option>`)}</select></label>
</form>${more}
${wide(words.students, markup`<table id="table"><thead><tr>${heads}</tr></thead><tbody>${first}</tbody></table>`)}
<nav class="pages" id="pages" aria-label="${words.page}" hidden><button type="button" id="previous">${words.previous}</button>
<p role="status" id="status"></p>
<button type="button" id="next">${words.next}</button></nav>
<script type="application/json" id="data">${jsonInPage(data)}</script></section>`;
}

/** As the script makes it. */
function tableRow(row: TableData['rows'][number], { columns, language }: TableData): Markup {
  const cells = columns.map(({ kind, isHead }, index) => {
    const [text = '', value, small, state] = row.cells[index] ?? [];
    const shown = typeof value === 'number' && text === '' ? number(value, language) : text;
    const under = small === undefined || small === '' ? undefined : markup` <small>${small}</small>`;
    const inside = markup`${shown}${under}`;
    const names = [kind, state].filter((name) => name !== undefined && name !== '').join(' ');
    return isHead
      ? markup`<th scope="row" class="${names}">${inside}</th>`
      : markup`<td class="${names}">${inside}</td>`;
  });
  return markup`<tr>${cells}</tr>`;
}

/** Nothing in it can end the element that it stands in, nor begin a comment. */
const jsonInPage = (data: TableData): Markup =>
  new Markup(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
