import { describeItem, type Transcript } from '../cleanroom';

/** What of a transcript is kept in a report, in characters: its head and its tail. */
export const mostTranscript = 64 * 1024;

/** What was typed and what the terminal showed, as one text; `isCut` where its middle is left out. Not escaped. */
export function transcriptText({ entries }: Pick<Transcript, 'entries'>): {
  readonly text: string;
  readonly isCut: boolean;
} {
  const whole = entries
    .map(({ item, output }) => [describeItem(item), ...shown(output, item)].join('\n'))
    .join('\n');
  if (whole.length <= mostTranscript) return { text: whole, isCut: false };
  const half = (mostTranscript - cutMark.length) / 2;
  return {
    text: `${wellFormed(whole.slice(0, half))}${cutMark}${wellFormed(whole.slice(-half))}`,
    isCut: true,
  };
}

const cutMark = '\n[…]\n';

/** Without the echo of what was typed, and without the prompt that waits for what comes next. */
function shown(output: string, item: Transcript['entries'][number]['item']): readonly string[] {
  const lines = output.split('\n');
  if (item.kind === 'type' && lines[0]?.trim() === item.text.trim()) lines.shift();
  const last = lines.pop() ?? '';
  const rest = last.replace(/(?:student-[0-9a-f]{6}\$ |^\S*[#$>] |^(?:\/\S* )[#$] )$/, '');
  return rest === '' ? lines : [...lines, rest];
}

/** A cut may have gone through a character of two units. */
const wellFormed = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/, '');
