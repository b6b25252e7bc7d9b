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
  const { says, advice, hint, command, differences } = briefly(check, report, locale);
  const word = words[locale.language];
  // What is continued stands further in than any mark of ours: no text can pass for a line of ours by where it is broken.
  const lines = (text: string, mark = ''): string[] => [
    ...wrap(text, look.columns, `${detailIndent}  `, detailIndent + mark),
  ];
  return [
    ...(says === undefined ? [] : lines(unmarked(escapeTerminal(says)))),
    ...differences
      .flatMap(({ key, expected, seen }) =>
        lines(escapeTerminal(`${key} — ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`)),
      )
      .map((line) => paint(look, 'dim', line)),
    // The author's own lines stay lines.
    ...(advice === undefined ? [] : lines(escapeTerminal(advice, { multiline: true }), '→ ')),
    ...(hint === undefined ? [] : lines(escapeTerminal(hint), '→ ')),
    ...(command === undefined ? [] : lines(escapeTerminal(`${word.command} ${command}`), '$ ')),
  ];
}

/** One mistake is explained once: what says the same as a check above refers to it, and a whole task that waits says so once. */
function briefly(check: ReportCheck, report: Report, locale: Locale): Explanation {
  const before = toldBefore(check, report);
  const explained = explain(check, report, locale);
  const { says, advice } = explained;
  if (check.outcome === 'blocked') {
    const isWithin =
      before && report.tasks.some(({ checks }) => checks.includes(check) && checks.includes(before));
    return { ...(says !== undefined && !isWithin && { says }), differences: [] };
  }
  if (before === undefined) return explained;
  const same = words[locale.language].sameCause(checkTitle(before, report, locale.language));
  return { says: same, ...(advice !== undefined && { advice }), differences: [] };
}

/** What a test or a page says must not begin like a hint or a command of ours. */
const unmarked = (text: string): string => (/^\s*[→$]/.test(text) ? `· ${text}` : text);
