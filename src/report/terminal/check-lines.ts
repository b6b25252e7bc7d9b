import { escapeTerminal, wrap } from '../../text/terminal';
import type { ShownCheck, ShownReport } from '../shown/shown-report';
import { signs, words } from '../words';
import { briefly } from '../briefly';
import { outcomeStyle, paint, type Look } from './style';

const checkIndent = '    ';
const detailIndent = '        ';

/** One check: its title, and below it why it does not hold and what to try. */
export function checkLines(check: ShownCheck, report: ShownReport, look: Look): string[] {
  const title = escapeTerminal(check.title);
  const sign = `${signs[check.outcome]} `;
  const [first = '', ...rest] = wrap(title, look.columns, `${checkIndent}  `, checkIndent + sign);
  const painted = first.replace(sign, paint(look, outcomeStyle[check.outcome], sign));
  return [painted, ...rest, ...detailLines(check, report, look)];
}

/** Why it does not hold, and what to try. */
export function detailLines(check: ShownCheck, report: ShownReport, look: Look): string[] {
  const { says, advice, hint, command, differences, note } = briefly(check, report);
  const word = words[report.language];
  // What is continued stands further in than any mark of ours: no text can pass for a line of ours by where it is broken.
  const lines = (text: string, mark = ''): string[] => [
    ...wrap(text, look.columns, `${detailIndent}  `, detailIndent + mark),
  ];
  return [
    ...(says === undefined
      ? []
      : sentences(says, check).flatMap((one, at) => lines(one, at === 0 ? '' : '  '))),
    ...differences
      .flatMap(({ name, expected, seen }) =>
        lines(escapeTerminal(`${name} — ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`)),
      )
      .map((line) => paint(look, 'dim', line)),
    // The author's own lines stay lines.
    ...(advice === undefined ? [] : lines(escapeTerminal(advice, { multiline: true }), '→ ')),
    ...(hint === undefined ? [] : lines(escapeTerminal(hint), '→ ')),
    ...(command === undefined
      ? []
      : command
          .split('\n')
          .flatMap((line, at) => lines(escapeTerminal(at === 0 ? `${word.command} ${line}` : line), '$ '))),
    ...(note === undefined ? [] : lines(escapeTerminal(note)).map((line) => paint(look, 'dim', line))),
  ];
}

/** What a hand-written test says has lines of its own; anywhere else a line end is student text, and shown as what it is. */
const sentences = (says: string, { message }: ShownCheck): string[] =>
  (message?.code === 'jest.failed' ? says.split(/\s*\n\s*/).filter((line) => line !== '') : [says]).map(
    (line) => unmarked(escapeTerminal(line)),
  );

/** What a test or a page says must not begin like a hint or a command of ours. */
const unmarked = (text: string): string => (/^\s*[→$]/.test(text) ? `· ${text}` : text);
