import type { Points } from '../../score/grade';
import { formatNumber } from '../../text/number';
import type { Language } from '../../text/language';
import type { ShownReport } from '../shown/shown-report';
import { words } from '../words';

/** `12,5 / 20`, for people. */
export const pointsText = ({ points, max }: Points, language: Language): string =>
  `${formatNumber(points, language)} / ${formatNumber(max, language)}`;

/** `Note : 12,5 / 20`. */
export const markText = (report: ShownReport): string =>
  `${words[report.language].mark}${colonOf(report.language)} ${pointsText(report, report.language)}`;

/** What the mark means: `seuil de réussite : 10, atteint`; of an incomplete grade, that it is not the student's fault. */
export function verdictText({ outcome, lab, language }: ShownReport): string {
  const word = words[language];
  if (outcome === 'incomplete') return word.incomplete;
  const reached = outcome === 'reached' ? word.reached : word.below;
  return `${word.passMark}${colonOf(language)} ${formatNumber(lab.pass, language)}, ${reached}`;
}

const colonOf = (language: Language): string => (language === 'fr' ? ' :' : ':');
