import { markup, type Markup } from '../../../text/markup';
import { formatNumber } from '../../../text/number';
import type { ShownReport } from '../../shown/shown-report';
import type { ShownReports } from '../format';
import { iconSheet } from './icons';
import { labArticle, verdictOf } from './lab';
import { plainTitle, prose } from './prose';
import { meter } from './score-picture';
import { style, styleHash } from './style';
import { pageWords } from './words';

/** Nothing is loaded, run, framed or sent: whatever a student wrote, the page has nothing to do it with. */
const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

/** By which a page is known as ours. */
const generator = markup`<meta name="generator" content="Vigie">`;

/** A page that `page` wrote, of this version or another. */
export const isOurPage = (text: string): boolean =>
  text.startsWith('<!doctype html>') && text.slice(0, text.indexOf('</head>')).includes(generator.toString());

/** One page of its own for all labs of a run; of several, first a line for each. */
export function page(reports: ShownReports): string {
  const [first, ...others] = reports;
  const { language, grader } = first;
  const content =
    others.length === 0
      ? labArticle(first, { id: 'lab-1', level: 1 })
      : markup`${reports.map((report, index) => labArticle(report, { id: idOf(index), level: 2 }))}`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
${generator}
<title>${title(reports)}</title>
<style>${style}</style>
</head>
<body>
${iconSheet}
${others.length === 0 ? undefined : overview(reports)}
<main>
${content}
</main>
<footer><p>Vigie ${grader}</p></footer>
</body>
</html>
`.toString();
}

const idOf = (index: number): string => `lab-${index + 1}`;

function title(reports: ShownReports): string {
  const [first, ...others] = reports;
  if (others.length > 0) return pageWords[first.language].labs;
  return `${first.lab.id} · ${markInLine(first)} · ${plainTitle(first.lab.title)}`;
}

const markInLine = ({ points, max, language }: ShownReport): string =>
  `${formatNumber(points, language)} / ${formatNumber(max, language)}`;

/** Several labs: which, and how far each is. */
function overview(reports: ShownReports): Markup {
  const { labs } = pageWords[reports[0].language];
  const items = reports.map(
    (report, index) =>
      markup`<li><div><p class="lab-id">${report.lab.id}</p><a href="#${idOf(index)}">${prose(report.lab.title, report.language)}</a></div>
<p class="end ${report.outcome}">${verdictOf(report)} ${meter(report.points, report.max)} <span class="points">${markInLine(report)}</span></p></li>`,
  );
  return markup`<header class="overview"><h1>${labs}</h1><nav aria-label="${labs}"><ol role="list">${items}</ol></nav></header>`;
}
