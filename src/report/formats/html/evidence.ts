import { attributeName } from '../../../checks/attribute-name';
import { aboutOf } from '../../../checks/tell/about';
import { tellExpected } from '../../../checks/tell/expected';
import { tellSeen } from '../../../checks/tell/seen';
import { markup, type Markup } from '../../../text/markup';
import type { Language } from '../../../text/language';
import { formatNumber } from '../../../text/number';
import type { ShownAssertion, ShownCheck } from '../../shown/shown-report';
import { words } from '../../words';
import { pair } from './differences';
import { icon } from './icons';
import { prose, verbatim } from './prose';
import { pageWords } from './words';

/** All that a verdict rests on; undefined where that is nothing, or hidden. */
export function evidence(check: ShownCheck, language: Language): Markup | undefined {
  const { kind, assertions, facts } = check;
  if (assertions.length === 0 && facts.length === 0) return undefined;
  const list = assertions.map((one) => assertionItem(one, kind, language));
  const names = facts.map((fact) => markup`<li><code>${fact}</code></li>`);
  return markup`<div class="evidence">${
    list.length > 0 ? markup`<ul class="assertions" role="list">${list}</ul>` : undefined
  }${
    names.length > 0
      ? markup`<div class="facts"><p>${prose(pageWords[language].facts, language)}</p><ul role="list">${names}</ul></div>`
      : undefined
  }</div>`;
}

function assertionItem(assertion: ShownAssertion, kind: string | undefined, language: Language): Markup {
  const { key, outcome, points, max, expected, seen, message } = assertion;
  const about = aboutOf(kind, key);
  const worth =
    points === undefined || max === undefined
      ? undefined
      : markup` · ${formatNumber(points, language)} / ${formatNumber(max, language)}`;
  // A check's own message is told above; that of one assertion among several is told here.
  const says =
    message === undefined ? undefined : markup`<p class="says">${prose(message.text, language)}</p>`;
  return markup`<li><p class="key">${icon(outcome)}${attributeName(kind, key, language)} <span class="state ${outcome}">${words[language].outcome[outcome]}${worth}</span></p>${says}${pair(
    expected === undefined ? undefined : verbatim(tellExpected(about, expected, language)),
    seen === undefined ? undefined : verbatim(tellSeen(about, expected, seen, language)),
    language,
  )}</li>`;
}
