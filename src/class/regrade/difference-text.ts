import { words as reportWords } from '../../report/words';
import type { GradeOutcome } from '../../score/grade';
import { escapeTerminal } from '../../text/terminal';
import type { Language } from '../../text/language';
import { formatNumber } from '../../text/number';
import type { CheckChange, LabChange, Standing, StudentChange } from './differences';

const grades: Readonly<Record<Language, Readonly<Record<GradeOutcome, string>>>> = {
  fr: { reached: 'seuil atteint', below: 'seuil non atteint', incomplete: 'note incomplète' },
  en: { reached: 'pass mark reached', below: 'below the pass mark', incomplete: 'incomplete' },
};
const nothing: Readonly<Record<Language, string>> = { fr: 'absent', en: 'absent' };

/** What has changed for one student, line by line; safe to show in a terminal. */
export function differenceText({ student, labs }: StudentChange, language: Language): string {
  const lines = labs.flatMap((lab) => [
    labLine(lab, language),
    ...lab.checks.map((check) => checkLine(check, language)),
  ]);
  return [`${student.id} (${student.name})`, ...lines].map((line) => `${escapeTerminal(line)}\n`).join('');
}

/** `  02-ubuntu [3f7497cde0f4 → 84200e8c1ba0]: 12 / 20 (below the pass mark) → 14 / 20 (pass mark reached)`, with the beginnings of both hashes. */
function labLine({ lab, hashes, before, after }: LabChange, language: Language): string {
  const [old, fresh] = [hashes.before, hashes.after].map(
    (hash) => hash?.replace(/^sha256:/, '').slice(0, 12) ?? nothing[language],
  );
  return `  ${lab} [${old} → ${fresh}]${colon[language]} ${markText(before, language)} → ${markText(after, language)}`;
}

function markText(mark: Standing<GradeOutcome> | undefined, language: Language): string {
  return mark ? `${pointsText(mark, language)} (${grades[language][mark.outcome]})` : nothing[language];
}

function checkLine({ check, before, after }: CheckChange, language: Language): string {
  const { outcome } = reportWords[language];
  const side = (one: CheckChange['before']): string =>
    one ? `${outcome[one.outcome]} ${pointsText(one, language)}` : nothing[language];
  return `    ${check}${colon[language]} ${side(before)} → ${side(after)}`;
}

const pointsText = ({ points, max }: Standing<unknown>, language: Language): string =>
  `${formatNumber(points, language)} / ${formatNumber(max, language)}`;

const colon: Readonly<Record<Language, string>> = { fr: ' :', en: ':' };
