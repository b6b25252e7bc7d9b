import { withoutCommands } from '../../../text/escape-workflow-command';
import { escapeMarkdown } from '../../../text/escape-markdown';
import { escapeTerminal } from '../../../text/terminal';
import { brokeText, replayWords, timingsText } from '../../replay-words';
import type { ShownReport } from '../../shown/shown-report';
import type { Depth } from './depth';

/** How a submission was played: why it broke off, and, folded away where there is room, its transcript. */
export function* replayLines({ replay, language }: ShownReport, depth: Depth): Iterable<string> {
  if (!replay) return;
  const word = replayWords[language];
  const broke = brokeText(replay, language);
  if (broke.length > 0) {
    yield `> ${broke.map(escapeMarkdown).join(' ')}`;
    yield '';
  }
  if (depth.evidence === 0) return;
  yield `<details><summary>${word.title}</summary>`;
  yield '';
  yield escapeMarkdown(`${timingsText(replay, language)}${replay.transcript.isCut ? ` ${word.cut}` : ''}`);
  yield '';
  yield fenced(replay.transcript.text);
  yield '';
  yield '</details>';
  yield '';
}

/** As code, behind a fence that the text cannot close. */
function fenced(text: string): string {
  const code = withoutCommands(escapeTerminal(text, { multiline: true }));
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${code}\n${fence}`;
}
