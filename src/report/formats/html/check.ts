import { markup, type Markup } from '../../../text/markup';
import { formatNumber } from '../../../text/number';
import { briefly } from '../../briefly';
import type { ShownCheck, ShownReport } from '../../shown/shown-report';
import { words } from '../../words';
import { evidence } from './evidence';
import { explanation } from './explanation';
import { icon } from './icons';
import { prose } from './prose';
import { pageWords } from './words';

/** Where an explanation stands that is not given again. */
export interface ToldAbove {
  readonly check: ShownCheck;
  /** Id of the place on the page. */
  readonly at: string;
}

interface CheckPlace {
  readonly id: string;
  readonly above: ToldAbove | undefined;
  /** The points of an only check are those of its task. */
  readonly isOnly: boolean;
}

/** One check: its title and outcome, why it does not hold, and folded away what was seen. */
export function checkItem(check: ShownCheck, report: ShownReport, { id, above, isOnly }: CheckPlace): Markup {
  const { language } = report;
  const found = evidence(check, language);
  const row = head(check, report, !isOnly && check.max > 0);
  const item = (content: Markup): Markup =>
    markup`<li class="check ${check.outcome}" id="${id}">${content}</li>`;
  if (check.outcome === 'passed' || check.outcome === 'excused') {
    const why = explanation(briefly(check, report), language);
    // There is little to say: the line itself unfolds.
    return item(
      found ? markup`<details><summary>${row}</summary>${found}</details>${why}` : markup`${row}${why}`,
    );
  }
  const why =
    above?.check === check
      ? markup`<p class="why above"><a href="#${above.at}">${prose(pageWords[language].above, language)}</a></p>`
      : explanation(briefly(check, report), language);
  const folded =
    found &&
    markup`<details class="more"><summary>${pageWords[language].evidence}</summary>${found}</details>`;
  return item(markup`${row}${why}${folded}`);
}

function head(check: ShownCheck, { language }: ShownReport, hasPoints: boolean): Markup {
  const points = hasPoints
    ? markup` <span class="points">${formatNumber(check.points, language)} / ${formatNumber(check.max, language)}</span>`
    : undefined;
  return markup`<span class="head">${icon(check.outcome)}<span class="title">${prose(check.title, language)}</span> <span class="end"><span class="state ${check.outcome}">${words[language].outcome[check.outcome]}</span>${points}</span></span>`;
}
