import { markup, type Markup } from '../../../text/markup';
import type { Language } from '../../../text/language';
import type { Brief } from '../../briefly';
import { words } from '../../words';
import { differenceList } from './differences';
import { prose, verbatim } from './prose';

/** Why a check does not hold and what to try; nothing where there is nothing to tell. */
export function explanation(brief: Brief, language: Language): Markup | undefined {
  const { says, advice, hint, command, differences, note } = brief;
  const parts = [
    says === undefined ? undefined : markup`<p class="says">${prose(says, language)}</p>`,
    differenceList(differences, language),
    tip(advice, language),
    tip(hint, language),
    command === undefined
      ? undefined
      : markup`<div class="command"><p>${prose(words[language].command, language)}</p><pre tabindex="0"><code>${verbatim(command)}</code></pre></div>`,
    note === undefined ? undefined : markup`<p class="note">${prose(note, language)}</p>`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : markup`<div class="why">${parts}</div>`;
}

const tip = (text: string | undefined, language: Language): Markup | undefined =>
  text === undefined ? undefined : markup`<p class="tip">${prose(text, language)}</p>`;
