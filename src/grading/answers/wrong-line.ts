import { caps } from '../../evidence/caps';
import type { AnswerProblem, LineMistake } from '../../evidence/facts';

/**
 * The first line of an answers file that beginners' usual mistakes make unreadable. A YAML reader trips over what comes behind it, or lines
 * later, and says so in words of its own; undefined where it is none of these.
 */
export function wrongLine(text: string): AnswerProblem | undefined {
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)|^---\s*$|^\.\.\.\s*$/.test(line)) continue;
    const found = mistakeIn(line);
    if (found)
      return {
        kind: 'line',
        mistake: found.mistake,
        line: index + 1,
        column: found.at + 1,
        detail: line.trim().slice(0, caps.answer),
      };
  }
  return undefined;
}

interface Found {
  readonly mistake: LineMistake;
  readonly at: number;
}

function mistakeIn(line: string): Found | undefined {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (indent.includes('\t')) return { mistake: 'tab', at: indent.indexOf('\t') };
  const [, key] = /^ *([\w-]+)[ \t]*(?::|$)/.exec(line) ?? [];
  if (key === undefined || !line.includes(':')) {
    // `- id: 3f2a` is a list, and `{` begins a mapping of another writing.
    return /^[-[{?&*!|>%@`]/.test(line.trim())
      ? undefined
      : { mistake: lineWithoutKey(line), at: indent.length };
  }
  const colon = line.indexOf(':');
  const rest = line.slice(colon + 1);
  if (/^\S/.test(rest)) return { mistake: 'no-space', at: colon + 1 };
  if (indent !== '') return { mistake: 'indent', at: 0 };
  const value = rest.trim();
  const mistake = mistakeInValue(value);
  return mistake && { mistake, at: value === '' ? colon : line.indexOf(value, colon + 1) };
}

/** `image-id = 3f2a`, or a line of what `docker ps` printed. */
const lineWithoutKey = (line: string): LineMistake =>
  /^\s*[\w-]+\s*=/.test(line) ? 'equals-sign' : 'no-key';

function mistakeInValue(value: string): LineMistake | undefined {
  const [quote = ''] = value;
  if (quote === '"' || quote === "'") {
    const whole = quote === '"' ? /^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$/ : /^'(?:[^']|'')*'\s*(?:#.*)?$/;
    return whole.test(value) ? undefined : 'quotes';
  }
  if (/^[[{&*!|>%@`\]},]/.test(value)) return 'sign';
  return /:(?:\s|$)/.test(value.replace(/\s#.*$/, '')) ? 'colon' : undefined;
}
