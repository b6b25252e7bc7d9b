import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook } from '../../gradebook';
import { listed } from './listed';
import { gradebookWords } from './words';

const mostNames = 30;

/** Who shares an engine or a container with whom: where to look, and why it may be nothing. */
export function copiesSection({ copies, language }: Gradebook): Markup {
  if (copies.length === 0) return markup``;
  const words = gradebookWords[language];
  return markup`<section aria-labelledby="copies"><h2 id="copies">${words.copies}</h2>
<p class="soft">${words.copiesIntro}</p>
${listed(
  { label: words.copies, heads: [words.names, words.identifier], rows: copies, language },
  ({ what, id, students }) => {
    const left = students.length - mostNames;
    return markup`<tr><th scope="row"><ul>${students
      .slice(0, mostNames)
      .map((student) => markup`<li>${student.name} <small>${student.id}</small></li>`)}${
      left > 0 ? markup`<li>${words.more(left)}</li>` : undefined
    }</ul></th><td>${words.what[what]} <code>${id}</code></td></tr>`;
  },
)}</section>`;
}
