import { localize } from '../../text/language';
import { escapeTerminal, wrap } from '../../text/terminal';
import { explain, type Explanation, type Locale } from '../explain';
import type { Report, ReportCheck } from '../report';
import { checkTitle } from '../titles';
import { toldBefore } from '../told-before';
import { outcomeStyle, paint, type Look } from './style';
import { signs, words } from './words';

const checkIndent = '    ';
const detailIndent = '        ';

/** One check: its title, and below it why it does not hold and what to try. */
export function checkLines(check: ReportCheck, report: Report, locale: Locale, look: Look): string[] {
  const title = escapeTerminal(checkTitle(check, report, locale.language));
  const sign = `${signs[check.outcome]} `;
  const [first = '', ...rest] = wrap(title, look.columns, `${checkIndent}  `, checkIndent + sign);
  const painted = first.replace(sign, paint(look, outcomeStyle[check.outcome], sign));
  return [painted, ...rest, ...detailLines(check, report, locale, look)];
}

function detailLines(check: ReportCheck, report: Report, locale: Locale, look: Look): string[] {
  const { says, hints, command, differences } = briefly(check, report, locale);
  const word = words[locale.language];
  const lines = (text: string, mark = ''): string[] => [
    ...wrap(escapeTerminal(text), look.columns, detailIndent + ' '.repeat(mark.length), detailIndent + mark),
  ];
  return [
    ...(says === undefined ? [] : lines(says)),
    ...differences
      .flatMap(({ key, expected, seen }) =>
        lines(`${key} — ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`),
      )
      .map((line) => paint(look, 'dim', line)),
    ...hints.flatMap((hint) => lines(hint, '→ ')),
    ...(command === undefined ? [] : lines(`${word.command} ${command}`, '$ ')),
  ];
}

/** One mistake is explained once: what says the same as a check above refers to it, and a whole task that waits says so once. */
function briefly(check: ReportCheck, report: Report, locale: Locale): Explanation {
  const before = toldBefore(check, report);
  const { says, ...explained } = explain(check, report, locale);
  if (check.outcome === 'blocked') {
    const isWithin =
      before && report.tasks.some(({ checks }) => checks.includes(check) && checks.includes(before));
    return { ...(says !== undefined && !isWithin && { says }), hints: [], differences: [] };
  }
  if (before === undefined) return { ...(says !== undefined && { says }), ...explained };
  const { language } = locale;
  const same = words[language].sameCause(checkTitle(before, report, language));
  const author = check.hint === undefined ? [] : [localize(check.hint, language, report.lab.lang)];
  return { says: same, hints: author, differences: [] };
}
