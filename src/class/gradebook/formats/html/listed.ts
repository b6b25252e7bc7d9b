import type { Language } from '../../../../text/language';
import { markup, type Markup } from '../../../../text/markup';
import { wide } from './say';
import { gradebookWords } from './words';

interface Listed<T> {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly T[];
  readonly language: Language;
}

/** What is read by a person; all of it is in the JSON. */
const most = 300;
const open = 10;

/** A plain table of a few rows; longer ones are folded, very long ones cut. */
export function listed<T>({ label, heads, rows, language }: Listed<T>, tell: (row: T) => Markup): Markup {
  const left = rows.length - most;
  const table = markup`${wide(
    label,
    markup`<table><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.slice(0, most).map(tell)}</tbody></table>`,
  )}${left > 0 ? markup`<p class="soft">${gradebookWords[language].more(left)}</p>` : undefined}`;
  return rows.length <= open
    ? table
    : markup`<details><summary>${label} (${rows.length})</summary>${table}</details>`;
}
