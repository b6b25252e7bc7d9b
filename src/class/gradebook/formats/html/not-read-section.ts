import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook, NotRead } from '../../gradebook';
import { listed } from './listed';
import { gradebookWords } from './words';
import { textOfTrouble } from '../../../../text/file-trouble';
import { textOfJsonPlace } from '../../../../text/json-place';
import type { Language } from '../../../../text/language';

/** Files among the results that are none, each with its reason. */
export function notReadSection({ notRead, language }: Gradebook): Markup {
  if (notRead.length === 0) return markup``;
  const words = gradebookWords[language];
  return markup`<section aria-labelledby="not-read"><h2 id="not-read">${words.notRead}</h2>
${listed(
  { label: words.notRead, heads: [words.file, words.why], rows: notRead, language },
  ({ file, code, detail }) =>
    markup`<tr><th scope="row"><code>${file}</code></th><td>${words.notReadWhy[code]} ${detail === '' ? undefined : markup`<small>${shown(code, detail, language)}</small>`}</td></tr>`,
)}</section>`;
}

function shown(code: NotRead['code'], detail: string, language: Language): string {
  if (code === 'result.unreadable') return textOfTrouble(detail, language);
  return code === 'result.not-json' ? textOfJsonPlace(detail, language) : detail;
}
