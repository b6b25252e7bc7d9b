import { markup, type Markup } from '../../../text/markup';
import { brokeText, replayWords, timingsText } from '../../replay-words';
import type { ShownReport } from '../../shown/shown-report';
import { prose, verbatim } from './prose';

/** How a submission was played: why it broke off, and, folded away, its transcript. */
export function replay({ replay: played, language }: ShownReport): Markup | undefined {
  if (!played) return undefined;
  const { text, isCut } = played.transcript;
  const word = replayWords[language];
  const broke = brokeText(played, language);
  return markup`${
    broke.length > 0
      ? markup`<div class="notice">${broke.map((line) => markup`<p>${verbatim(line)}</p>`)}</div>`
      : undefined
  }<details class="about"><summary>${prose(word.title, language)}</summary><p>${timingsText(played, language)}${
    isCut ? markup` ${word.cut}` : undefined
  }</p><pre tabindex="0"><code>${verbatim(text)}</code></pre></details>`;
}
