import { parseDuration } from '../../text/duration';
import { err, ok, type Result } from '../../text/result';
import type { Key, PromptKind, Session, SessionItem, SessionProblem } from './session';

const PROMPTS: Readonly<Record<string, PromptKind>> = { $: 'host', '#': 'container', '>': 'program' };
const KEYS: readonly Key[] = ['Ctrl-P', 'Ctrl-Q', 'Ctrl-D', 'Ctrl-C', 'Enter'];

/**
 * Reads a session. One item a line: `$ command` at the host, `# command` in a container, `> text` at a program's prompt,
 * `<Ctrl-P><Ctrl-Q>` keys, `wait "text" 30s`, `; comment`. Lines `name: value` before the first item are the header.
 */
export function parseSession(text: string): Result<Session, readonly SessionProblem[]> {
  const header: [string, string][] = [];
  const items: SessionItem[] = [];
  const problems: SessionProblem[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith(';')) continue;
    const named = items.length === 0 ? /^([a-z][\w-]*):\s*(.*)$/i.exec(content) : null;
    if (named !== null) {
      header.push([named[1] ?? '', named[2] ?? '']);
      continue;
    }
    const item = parseItem(content, line);
    if (item.ok) items.push(item.value);
    else problems.push(item.error);
  }
  return problems.length > 0 ? err(problems) : ok({ header, items });
}

type ItemResult = Result<SessionItem, SessionProblem>;

function parseItem(content: string, line: number): ItemResult {
  const typed = /^([$#>])(?:\s+(.*))?$/.exec(content);
  const at = PROMPTS[typed?.[1] ?? ''];
  if (at !== undefined) return ok({ kind: 'type', line, at, text: typed?.[2] ?? '' });
  if (content.startsWith('<')) return parseKeys(content, line);
  if (/^wait\b/.test(content)) return parseWait(content, line);
  const message = `"${content}" is none of: $ command, # command, > text, <Ctrl-P><Ctrl-Q>, wait "text" 30s, ; comment.`;
  return err({ line, code: 'session.syntax', message });
}

function parseKeys(content: string, line: number): ItemResult {
  const names = content.split(/(?<=>)\s*/).map((part) => /^<(.+)>$/.exec(part)?.[1] ?? part);
  const keys = names.map((name) => KEYS.find((key) => key.toLowerCase() === name.toLowerCase()));
  const unknown = names[keys.indexOf(undefined)];
  if (unknown === undefined) return ok({ kind: 'keys', line, keys: keys.filter((key) => key !== undefined) });
  const message = `"${unknown}" is no key that can be pressed here; there are ${KEYS.map((key) => `<${key}>`).join(' ')}.`;
  return err({ line, code: 'session.unknown-key', message });
}

function parseWait(content: string, line: number): ItemResult {
  const [whole, text = '', duration] = /^wait\s+"(.+)"(?:\s+(\S+))?$/.exec(content) ?? [];
  if (whole === undefined) {
    return err({
      line,
      code: 'session.syntax',
      message: 'A wait line reads: wait "the text to wait for" 30s',
    });
  }
  if (duration === undefined) return ok({ kind: 'wait', line, text, deadlineMs: undefined });
  const parsed = parseDuration(duration);
  if (parsed.ok) return ok({ kind: 'wait', line, text, deadlineMs: parsed.value });
  return err({
    line,
    code: 'session.bad-duration',
    message: `"${duration}" is no duration such as 30s or 2m.`,
  });
}
