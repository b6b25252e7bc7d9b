import type { GradeOutcome } from '../../score/grade';
import { markup } from '../../text/markup';
import { formatNumber } from '../../text/number';
import { displayWidth, escapeTerminal, truncateToWidth } from '../../text/terminal';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';
import type { Format, ShownReports } from './format';

/** White letters on each have a contrast of more than 4.5 to 1. */
const colors: Readonly<Record<GradeOutcome, string>> = {
  reached: '#17703a',
  below: '#8a4b00',
  incomplete: '#59606a',
};
const labsWord = { fr: 'TP', en: 'labs' } as const;
/** Pixels of a character, and beside a text. `textLength` makes it so whatever the font. */
const character = 7;
const padding = 6;
const longestLabel = 40;

/** `02-ubuntu 17/20` as a picture for a README; of several labs the sum. Fonts are those of the machine. */
export const badge: Format = (reports) => {
  const [{ language }] = reports;
  const name = truncateToWidth(escapeTerminal(label(reports)), longestLabel);
  const mark = markOf(reports);
  const outcome = outcomeOf(reports);
  const [left, right] = [widthOf(name), widthOf(mark)];
  const title = `${name} ${mark}, ${verdict(outcome, language)}`;
  const text = (x: number, width: number, content: string) =>
    markup`<text x="${x + padding}" y="14" textLength="${width - 2 * padding}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" viewBox="0 0 ${left + right} 20" role="img" aria-labelledby="title" xml:lang="${language}">
<title id="title">${title}</title>
<clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#3a3f46"/><rect x="${left}" width="${right}" height="20" fill="${colors[outcome]}"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(0, left, name)}${text(left, right, mark)}</g>
</svg>
`.toString();
};

const widthOf = (text: string): number => displayWidth(text) * character + 2 * padding;

const label = (reports: ShownReports): string =>
  reports.length === 1 ? reports[0].lab.id : `${reports.length} ${labsWord[reports[0].language]}`;

function markOf(reports: ShownReports): string {
  const sum = (of: 'points' | 'max'): string =>
    formatNumber(
      reports.reduce((total, report) => total + report[of], 0),
      reports[0].language,
    );
  return `${sum('points')}/${sum('max')}${outcomeOf(reports) === 'incomplete' ? ' ?' : ''}`;
}

/** One lab without a mark leaves the sum without one. */
function outcomeOf(reports: ShownReports): GradeOutcome {
  if (reports.some(({ outcome }) => outcome === 'incomplete')) return 'incomplete';
  return reports.every(({ outcome }) => outcome === 'reached') ? 'reached' : 'below';
}

function verdict(outcome: GradeOutcome, language: ShownReport['language']): string {
  const { passMark, reached, below } = words[language];
  if (outcome === 'incomplete') return { fr: 'note incomplète', en: 'incomplete' }[language];
  return `${passMark} ${outcome === 'reached' ? reached : below}`;
}
