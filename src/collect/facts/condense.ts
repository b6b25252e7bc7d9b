import { promptOf, visible } from '../../text/console/prompts';
import { gap } from '../../text/find-in-part';

export interface Condensed {
  readonly text: string;
  readonly truncated: boolean;
  /** Only what commands printed was left out. */
  readonly omitted?: 'output';
}

export interface Condenser {
  push(text: string): void;
  result(): Condensed;
}

/** What is kept of one command's line and output, in characters, while the rest is not known: its beginning and its end. */
const headCap = 6_000;
const tailCap = 2_000;
/** Below this a typed line itself would be cut. */
const leastTurn = 1_500;
/** More turns than can be kept: a session of a whole day has some hundred. */
const mostTurns = 2_000;
const longestPiece = 65_536;

interface Turn {
  head: string;
  tail: string;
  isWhole: boolean;
}

/**
 * Makes a terminal's session short while it is read, in constant memory: whatever a command printed, each prompt stays, with what was typed at it and the beginning and the
 * end of what came of it. A session that fits into `cap` characters stays as it is.
 */
export function makeCondenser(cap: number, isDash: boolean): Condenser {
  const turns: Turn[] = [];
  let whole: string | undefined = '';
  let line = '';
  let isOver = false;
  const add = (piece: string): void => {
    const isStart = promptOf(visible(piece), { isDash, isAsked: false }) ?? piece.includes('\x1b[?2004h');
    if (turns.length === 0 || (isStart && turns.length < mostTurns))
      turns.push({ head: '', tail: '', isWhole: true });
    else if (isStart) isOver = true;
    const turn = turns.at(-1);
    if (turn) keep(turn, piece);
  };
  return {
    push(text) {
      if (whole !== undefined) whole = whole.length + text.length > cap ? undefined : whole + text;
      line += text;
      let from = 0;
      for (let end = line.indexOf('\n'); end >= 0; end = line.indexOf('\n', from)) {
        add(line.slice(from, end + 1));
        from = end + 1;
      }
      line = line.slice(from);
      if (line.length <= longestPiece) return;
      add(line);
      line = '';
    },
    result() {
      if (whole !== undefined) return { text: whole, truncated: false };
      if (line !== '') add(line);
      line = '';
      const share = Math.max(leastTurn, Math.floor(cap / turns.length));
      const pieces = turns.map((turn) => shortened(turn, share));
      const isCut = isOver || share * turns.length > cap;
      return { text: joined(pieces, cap), truncated: true, ...(!isCut && { omitted: 'output' as const }) };
    },
  };
}

function keep(turn: Turn, piece: string): void {
  const room = headCap - turn.head.length;
  if (turn.isWhole && room >= piece.length) {
    turn.head += piece;
    return;
  }
  const fits = turn.isWhole ? Math.max(0, room) : 0;
  turn.head += piece.slice(0, fits);
  turn.isWhole = false;
  turn.tail = (turn.tail + piece.slice(fits)).slice(-tailCap);
}

function shortened({ head, tail, isWhole }: Turn, share: number): string {
  if (isWhole && head.length <= share) return head;
  const end = Math.min(tailCap, Math.floor(share / 4));
  const rest = isWhole ? head : head + tail;
  return `${head.slice(0, share - end - gap.length)}${gap}${rest.slice(-end)}`;
}

/** The first and the last turns that fit. */
function joined(pieces: readonly string[], cap: number): string {
  const text = pieces.join('');
  if (text.length <= cap) return text;
  return `${text.slice(0, cap / 2)}${gap}${text.slice(-cap / 2)}`;
}
