import { parseDuration } from '../../text/duration';
import { err, ok, type Result } from '../../text/result';
import { sessionProblem } from './problem';
import type { Key, PromptKind, Session, SessionItem, SessionProblem } from './session';

const PROMPTS: Readonly<Record<string, PromptKind>> = { $: 'host', '#': 'container', '>': 'program' };
const KEYS: readonly Key[] = ['Ctrl-P', 'Ctrl-Q', 'Ctrl-D', 'Ctrl-C', 'Enter'];

/** What nobody types by hand; it would also be more than a terminal takes at once. In characters. */
const LONGEST_LINE = 4000;
const MOST_ITEMS = 500;

/**
 * Reads a session. One item a line: `$ command` at the host, `# command` in a container, `> text` at a program's prompt,
 * `<Ctrl-P><Ctrl-Q>` keys, `wait "text" 30s`, `wait 2s`, `; comment`. `within 5m` is the deadline of the line below it. Lines
 * `name: value` before the first item are the header.
 */
export function parseSession(text: string): Result<Session, readonly SessionProblem[]> {
  const header: [string, string][] = [];
  const items: SessionItem[] = [];
  const problems: SessionProblem[] = [];
  let within: { readonly line: number; readonly ms: number } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith(';')) continue;
    const named = items.length === 0 ? /^([a-z][\w-]*):\s*(.*)$/i.exec(content) : null;
    if (named !== null) {
      header.push([named[1] ?? '', named[2] ?? '']);
      continue;
    }
    const read = parseLine(content, line);
    if (!read.ok) problems.push(read.error);
    else if ('within' in read.value) {
      if (within) problems.push(sessionProblem(within.line, 'session.bad-within'));
      within = { line, ms: read.value.within };
    } else {
      const isTimed = read.value.kind === 'type' || read.value.kind === 'keys';
      if (within && !isTimed) problems.push(sessionProblem(within.line, 'session.bad-within'));
      items.push(within && isTimed ? { ...read.value, deadlineMs: within.ms } : read.value);
      within = undefined;
    }
    if (items.length > MOST_ITEMS || problems.length > MOST_ITEMS)
      return err([...problems, sessionProblem(line, 'session.too-many-lines', { most: String(MOST_ITEMS) })]);
  }
  if (within) problems.push(sessionProblem(within.line, 'session.bad-within'));
  return problems.length > 0 ? err(problems) : ok({ header, items });
}

type LineResult = Result<SessionItem | { readonly within: number }, SessionProblem>;

function parseLine(content: string, line: number): LineResult {
  if (content.length > LONGEST_LINE)
    return err(sessionProblem(line, 'session.line-too-long', { most: String(LONGEST_LINE) }));
  // What is typed would press keys that the line does not show.
  if (/[\x00-\x1f\x7f-\x9f]/.test(content)) return err(sessionProblem(line, 'session.control-character'));
  const typed = /^([$#>])(?: (.*))?$/.exec(content);
  const at = PROMPTS[typed?.[1] ?? ''];
  // What is indented at a program's prompt is meant so: blocks of python.
  const text = typed?.[2] ?? '';
  if (at !== undefined)
    return ok({ kind: 'type', line, at, text: at === 'program' ? text : text.trimStart() });
  if (content.startsWith('<')) return parseKeys(content, line);
  if (/^wait\b/.test(content)) return parseWait(content, line);
  if (/^within\b/.test(content)) return parseWithin(content, line);
  return err(sessionProblem(line, 'session.syntax', { content: content.slice(0, 200) }));
}

function parseKeys(content: string, line: number): LineResult {
  const names = content.split(/(?<=>)\s*/).map((part) => /^<(.+)>$/.exec(part)?.[1] ?? part);
  const keys = names.map((name) => KEYS.find((key) => key.toLowerCase() === name.toLowerCase()));
  const unknown = names[keys.indexOf(undefined)];
  if (unknown === undefined) return ok({ kind: 'keys', line, keys: keys.filter((key) => key !== undefined) });
  const known = KEYS.map((key) => `<${key}>`).join(' ');
  return err(sessionProblem(line, 'session.unknown-key', { key: unknown.slice(0, 200), keys: known }));
}

function parseWait(content: string, line: number): LineResult {
  const pause = /^wait\s+(\d\S*)$/.exec(content)?.[1];
  if (pause !== undefined) {
    const ms = durationOf(pause, line);
    return ms.ok ? ok({ kind: 'pause', line, ms: ms.value }) : ms;
  }
  const [whole, text = '', duration] = /^wait\s+(?:for\s+)?"(.+)"(?:\s+(\S+))?$/.exec(content) ?? [];
  if (whole === undefined) return err(sessionProblem(line, 'session.bad-wait'));
  if (duration === undefined) return ok({ kind: 'wait', line, text, deadlineMs: undefined });
  const deadlineMs = durationOf(duration, line);
  return deadlineMs.ok ? ok({ kind: 'wait', line, text, deadlineMs: deadlineMs.value }) : deadlineMs;
}

function parseWithin(content: string, line: number): LineResult {
  const duration = /^within\s+(\S+)$/.exec(content)?.[1];
  if (duration === undefined) return err(sessionProblem(line, 'session.bad-within'));
  const ms = durationOf(duration, line);
  return ms.ok ? ok({ within: ms.value }) : ms;
}

function durationOf(duration: string, line: number): Result<number, SessionProblem> {
  const parsed = parseDuration(duration);
  return parsed.ok
    ? parsed
    : err(sessionProblem(line, 'session.bad-duration', { duration: duration.slice(0, 64) }));
}
