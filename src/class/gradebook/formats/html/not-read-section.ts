import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook } from '../../gradebook';
import { listed } from './listed';
import { gradebookWords } from './words';

/** Files among the results that are none, each with its reason. */
export function notReadSection({ notRead, language }: Gradebook): Markup {
  if (notRead.length === 0) return markup``;
  const words = gradebookWords[language];
  return markup`<section aria-labelledby="not-read"><h2 id="not-read">${words.notRead}</h2>
${listed(
  { label: words.notRead, heads: [words.file, words.why], rows: notRead, language },
  ({ file, code, detail }) =>
    markup`<tr><th scope="row"><code>${file}</code></th><td>${words.notReadWhy[code]} ${detail === '' ? undefined : markup`<small>${detail}</small>`}</td></tr>`,
)}</section>`;
}
