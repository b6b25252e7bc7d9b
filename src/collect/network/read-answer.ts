import { readBody, type BodyReader } from './answer-body';
import { mayBeHttp, parseHead, type AnswerHead } from './answer-head';

/** An answer as far as it came. */
export interface RawAnswer extends AnswerHead {
  readonly body: Buffer;
  /** Nothing of the body is missing. */
  readonly whole: boolean;
}

export interface AnswerReader {
  readonly take: (bytes: Buffer) => 'more' | 'over' | 'invalid';
  /** What there is; nothing before its status line. `closed`: the server has ended the connection in order. */
  readonly answer: (closed: boolean) => RawAnswer | undefined;
}

/** Chromium's own limit; curl's is a little higher. */
const maxHeadBytes = 256 * 1024;
/** Chromium looks for the status line behind four bytes of something else, node behind any number of line ends. */
const before = /^[\r\n\t \xef\xbb\xbf]{1,16}/;

/** Reads one answer out of a connection, byte by byte or all at once. */
export function readAnswer(method: string, maxBytes: number): AnswerReader {
  let pending = Buffer.alloc(0);
  /** Up to where no empty line was found. */
  let searched = 0;
  let head: AnswerHead | undefined;
  let body: BodyReader | undefined;
  let whole = false;

  const takeBody = (reader: BodyReader, bytes: Buffer): 'more' | 'over' => {
    const state = reader.take(bytes);
    whole = state === 'whole';
    return state === 'more' ? 'more' : 'over';
  };
  const take: AnswerReader['take'] = (bytes) => {
    if (body) return takeBody(body, bytes);
    pending = Buffer.concat([pending, bytes]);
    for (;;) {
      const begin = beginOf(pending);
      if (!mayBeHttp(pending.toString('latin1', begin, begin + 64))) return 'invalid';
      const end = endOfHead(pending, Math.max(begin, searched - 3));
      searched = pending.length;
      if (end < 0) return pending.length > maxHeadBytes ? 'invalid' : 'more';
      head = parseHead(pending.toString('latin1', begin, end));
      if (head === undefined) return 'invalid';
      pending = pending.subarray(end);
      // `100 Continue` and `103 Early Hints` come before the answer; behind `101` there is no HTTP any more.
      if (head.status >= 200 || head.status < 100 || head.status === 101) break;
      searched = 0;
      if (pending.length === 0) return 'more';
    }
    body = readBody(method, head.status, head.headers, maxBytes);
    return takeBody(body, pending);
  };
  return {
    take,
    answer: (closed) => {
      if (head && body) return { ...head, body: body.bytes(), whole: whole || (closed && body.untilClose) };
      // Closed in the middle of its headers: curl and browsers show what there is.
      const begun = closed ? parseHead(pending.toString('latin1', beginOf(pending))) : undefined;
      return begun && begun.status >= 200
        ? { ...begun, truncated: true, body: Buffer.alloc(0), whole: false }
        : undefined;
    },
  };
}

function beginOf(bytes: Buffer): number {
  return before.exec(bytes.toString('latin1', 0, 16))?.[0].length ?? 0;
}

/** Behind the first empty line, whether it ends with two characters or one; -1 if there is none. */
function endOfHead(bytes: Buffer, from: number): number {
  const ends = [
    [bytes.indexOf('\n\r\n', from), 3],
    [bytes.indexOf('\n\n', from), 2],
  ] as const;
  const [first] = ends.filter(([at]) => at >= 0).sort(([a], [b]) => a - b);
  return first === undefined ? -1 : first[0] + first[1];
}
