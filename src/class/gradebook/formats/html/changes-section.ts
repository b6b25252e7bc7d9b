import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook } from '../../gradebook';
import { listed } from './listed';
import { moment, number } from './say';
import { gradebookWords } from './words';

/** What became of the marks since an earlier gradebook, if one was given. */
export function changesSection({ changes, language }: Gradebook): Markup {
  if (!changes) return markup``;
  const words = gradebookWords[language];
  const mark = (value: number | undefined): string => (value === undefined ? '' : number(value, language));
  const since =
    changes.since === undefined
      ? undefined
      : markup`<p class="soft">${words.since} ${moment(changes.since)}</p>`;
  const list =
    changes.list.length === 0
      ? markup`<p>${words.noChange}</p>`
      : listed(
          {
            label: words.changes,
            heads: [words.student, words.lab, words.state, words.before, words.now],
            rows: changes.list,
            language,
          },
          ({ student, name, what, lab, from, to }) =>
            markup`<tr><th scope="row">${name} <small>${student}</small></th><td>${lab}</td><td>${words.change[what]}</td><td class="number">${mark(from)}</td><td class="number">${mark(to)}</td></tr>`,
        );
  return markup`<section aria-labelledby="changes"><h2 id="changes">${words.changes}</h2>${since}${list}</section>`;
}
