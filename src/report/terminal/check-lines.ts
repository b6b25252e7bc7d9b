import { escapeTerminal, wrap } from '../../text/terminal';
import { checkTitle, explain, type Locale } from '../explain';
import type { Report, ReportCheck } from '../report';
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
  const { says, hints, command, differences } = explain(check, report, locale);
  const word = words[locale.language];
  const lines = (text: string, mark = ''): string[] => [
    ...wrap(escapeTerminal(text), look.columns, detailIndent + ' '.repeat(mark.length), detailIndent + mark),
  ];
  return [
    ...(says === undefined ? [] : lines(says)),
    ...differences
      .flatMap(({ key, expected, seen }) =>
        lines(`${key} — ${word.expected} ${expected} ; ${word.seen} ${seen}`),
      )
      .map((line) => paint(look, 'dim', line)),
    ...hints.flatMap((hint) => lines(hint, '→ ')),
    ...(command === undefined ? [] : lines(`${word.command} ${command}`, '$ ')),
  ];
}
