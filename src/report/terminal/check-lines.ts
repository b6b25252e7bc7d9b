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
  const { says, differences, note } = briefly(check, report);
  const word = words[report.language];
  return [
    ...(says === undefined
      ? []
      : sentences(says, check).flatMap((one, at) => detail(one, look, at === 0 ? '' : '  '))),
    ...differences
      .flatMap(({ name, expected, seen }) =>
        detail(
          escapeTerminal(`${name} — ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`),
          look,
        ),
      )
      .map((line) => paint(look, 'dim', line)),
    ...adviceLines(check, report, look),
    ...(note === undefined ? [] : detail(escapeTerminal(note), look)).map((line) => paint(look, 'dim', line)),
  ];
}

/** What to try. */
export function adviceLines(check: ShownCheck, report: ShownReport, look: Look): string[] {
  const { advice, hint, command } = briefly(check, report);
  const word = words[report.language];
  return [
    // The author's own lines stay lines.
    ...(advice === undefined ? [] : detail(escapeTerminal(advice, { multiline: true }), look, '→ ')),
    ...(hint === undefined ? [] : detail(escapeTerminal(hint), look, '→ ')),
    ...(command === undefined
      ? []
      : command
          .split('\n')
          .flatMap((line, at) =>
            detail(escapeTerminal(at === 0 ? `${word.command} ${line}` : line), look, '$ '),
          )),
  ];
}

/** What is continued stands further in than any mark of ours: no text can pass for a line of ours by where it is broken. */
const detail = (text: string, look: Look, mark = ''): readonly string[] =>
  wrap(text, look.columns, `${detailIndent}  `, detailIndent + mark);

/** What a hand-written test says has lines of its own; anywhere else a line end is student text, and shown as what it is. */
const sentences = (says: string, { message }: ShownCheck): string[] =>
  (message?.code === 'jest.failed' ? says.split(/\s*\n\s*/).filter((line) => line !== '') : [says]).map(
    (line) => unmarked(escapeTerminal(line)),
  );

/** What a test or a page says must not begin like a hint or a command of ours. */
const unmarked = (text: string): string => (/^\s*[→$]/.test(text) ? `· ${text}` : text);
