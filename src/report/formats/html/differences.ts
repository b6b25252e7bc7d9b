import { markup, type Markup } from '../../../text/markup';
import type { Language } from '../../../text/language';
import type { NamedDifference } from '../../named-differences';
import { words } from '../../words';
import { differingPart } from './differing-part';
import { prose, verbatim } from './prose';

/** What was expected and what was seen, one above the other, with what differs marked. */
export function differenceList(
  differences: readonly NamedDifference[],
  language: Language,
): Markup | undefined {
  if (differences.length === 0) return undefined;
  return markup`<ul class="differences" role="list">${differences.map((one) => item(one, language))}</ul>`;
}

function item({ name, expected, seen }: NamedDifference, language: Language): Markup {
  const parts = differingPart(expected, seen);
  const [should, is] = parts
    ? [marked(parts.before, parts.expected, parts.after), marked(parts.before, parts.seen, parts.after)]
    : [verbatim(expected), verbatim(seen)];
  return markup`<li><p class="key">${name}</p>${pair(should, is, language)}</li>`;
}

/** `expected` may be for the student to find. */
export function pair(expected: Markup | undefined, seen: Markup | undefined, language: Language): Markup {
  const { expected: should, seen: is } = words[language];
  const row = (name: string, word: string, value: Markup | undefined): Markup | undefined =>
    value && markup`<div class="${name}"><dt>${prose(word, language)}</dt><dd>${value}</dd></div>`;
  return markup`<dl class="pair">${row('expected', should, expected)}${row('seen', is, seen)}</dl>`;
}

const marked = (before: string, differing: string, after: string): Markup =>
  differing === ''
    ? markup`${verbatim(before)}${verbatim(after)}`
    : markup`${verbatim(before)}<mark>${verbatim(differing)}</mark>${verbatim(after)}`;
