import { formatNumber } from '../../../text/number';
import { markup, type Markup } from '../../../text/markup';
import type { ShownReport } from '../../shown/shown-report';
import { words } from '../../words';
import { pageWords } from './words';

/** A part of a whole in per cent of its width; never outside it, whatever a saved report says. */
export const percent = (part: number, whole: number): number =>
  whole > 0 ? Math.round(Math.min(1, Math.max(0, part / whole)) * 10_000) / 100 : 0;

/** The mark on a line from 0 to the scale: what is won, what is undecided, and where the pass mark stands. */
export function scorePicture(report: ShownReport, id: string): Markup {
  const { points, undecided, max, lab } = report;
  const won = percent(points, max);
  const open = Math.min(100 - won, percent(undecided, max));
  const pass = percent(lab.pass, max);
  const number = (value: number): string => formatNumber(value, report.language);
  return markup`<svg class="picture ${report.outcome}" role="img" aria-labelledby="${id}" width="100%" height="3em">
<title id="${id}">${scoreInWords(report)}</title>
<defs><clipPath id="${id}-clip"><rect width="100%" height="1em" rx="0.5em"/></clipPath>
<pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern></defs>
<g clip-path="url(#${id}-clip)"><rect class="track" width="100%" height="1em"/>
<rect class="won" width="${won}%" height="1em"/>
<rect x="${won}%" width="${open}%" height="1em" fill="url(#${id}-hatch)"/></g>
<line class="pass" x1="${pass}%" x2="${pass}%" y1="-0.25em" y2="1.5em"/>
${end(0, number(0), pass > 20)}${end(100, number(max), pass < 80)}
<text class="pass" x="${pass}%" y="2.6em" text-anchor="${anchor(pass)}">${pageWords[report.language].pass} ${number(lab.pass)}</text>
</svg>`;
}

/** The same for those who do not see it. */
function scoreInWords({ points, undecided, max, lab, outcome, language }: ShownReport): string {
  const word = pageWords[language];
  const number = (value: number): string => formatNumber(value, language);
  const left = undecided > 0 ? `, ${number(undecided)} ${word.undecided}` : '';
  return `${number(points)} ${word.of} ${number(max)}${left}${words[language].semicolon} ${word.pass} ${number(lab.pass)}. ${word[outcome]}.`;
}

/** How much of a task is won; its points stand beside it in figures. */
export const meter = (points: number, max: number): Markup =>
  markup`<svg class="meter" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%" rx="3"/><rect class="won" width="${percent(points, max)}%" height="100%" rx="3"/></svg>`;

const end = (at: 0 | 100, text: string, isFree: boolean): Markup | undefined =>
  isFree ? markup`<text x="${at}%" y="2.6em" text-anchor="${anchor(at)}">${text}</text>` : undefined;

const anchor = (at: number): string => (at < 15 ? 'start' : at > 85 ? 'end' : 'middle');
