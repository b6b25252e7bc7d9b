import { caps } from '../../evidence/caps';

/** The first part of an answer: its status line and headers. */
export interface AnswerHead {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** There were more headers than are kept, or longer ones. */
  readonly truncated: boolean;
}

const maxHeaderLength = 4096;

/** Of these the first one counts, as in browsers; other headers that come twice are joined. */
const single = ['content-type', 'etag', 'expires', 'last-modified', 'location', 'retry-after', 'server'];

/** The beginning of what HTTP is to curl and to browsers; a browser takes anything else for the page itself, on port 80 only. */
const statusLine = /^HTTP(?:\/\d*(?:\.\d+)?)?[ \t]+(\d{3})(?!\d)/i;

/** Could this still become a status line? Told early: a server of another kind greets, and then waits for ever. */
export function mayBeHttp(begin: string): boolean {
  const isShort = begin.length < 16 && !begin.includes('\n');
  return isShort ? 'http'.startsWith(begin.slice(0, 4).toLowerCase()) : statusLine.test(begin);
}

/**
 * Reads a head as leniently as the more lenient of curl and Chromium, since what they show is right: line feeds alone, spaces around names, folded
 * lines, no reason phrase, lines that are no headers. A zero byte is too much for both.
 */
export function parseHead(text: string): AnswerHead | undefined {
  const [first = '', ...lines] = text.replace(/\r?\n[ \t]+/g, ' ').split('\n');
  const status = statusLine.exec(first)?.[1];
  if (status === undefined || text.includes('\0')) return undefined;
  const headers = new Map<string, string>();
  let truncated = false;
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = readable(line.slice(0, Math.max(0, at)).trim()).toLowerCase();
    if (name === '') continue;
    const value = readable(line.slice(at + 1).trim());
    const earlier = headers.get(name);
    if (earlier === undefined && headers.size === caps.headers) truncated = true;
    else if (earlier === undefined) headers.set(name, value);
    else if (!single.includes(name) && earlier !== value) headers.set(name, `${earlier}, ${value}`);
  }
  truncated ||= [...headers.values()].some((value) => value.length > maxHeaderLength);
  const kept = [...headers].map(([name, value]) => [name, value.slice(0, maxHeaderLength)]);
  return { status: Number(status), headers: Object.fromEntries(kept) as Record<string, string>, truncated };
}

/** Bytes came as one character each; nowadays they are UTF-8, if they can be. */
function readable(value: string): string {
  const utf8 = Buffer.from(value, 'latin1').toString();
  return utf8.includes('\uFFFD') ? value : utf8;
}
