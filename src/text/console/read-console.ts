import { tokensOf, type Token } from './draw';
import { promptOf, looksLikePrompt, visible, type Prompt, type PromptKind } from './prompts';
import { readLine } from './read-line';

/** A line that was read at a prompt, and what was shown until the next one. */
export interface Turn {
  readonly at: PromptKind;
  /** `undefined`: a line was read here, and what the terminal shows of its editing can mean more than one. */
  readonly line: string | undefined;
  /** As it was recorded, control sequences included. */
  readonly output: string;
  /** A prompt stands behind it. */
  readonly isOver: boolean;
}

export interface ConsoleOptions {
  /** dash, whose prompt is `# ` alone, is the main process. */
  readonly isDash?: boolean;
  /** All widths that the terminal has had; without them any width is thought of. */
  readonly widths?: readonly number[] | undefined;
}

/** A line that takes more than this is no command that somebody typed; in characters of a recording. */
const longestEdit = 32_768;
/** Longer ones are no commands either. */
const longestLine = 4096;
const opens = '\x1b[?2004h';
const closes = '\x1b[?2004l';

/**
 * The lines that were typed at prompts, from the session of a terminal: neither those that Ctrl-C dropped, nor those for which a prompt was only drawn again. It
 * proves that these lines stood behind something that looks like a prompt: neither that a command succeeded, nor that nobody printed such a line.
 */
export function readConsole(recording: string, options: ConsoleOptions = {}): readonly Turn[] {
  const turns: Open[] = [];
  let at = 0;
  for (let start = nextStart(recording, 0, options); start; start = nextStart(recording, at, options)) {
    const last = turns.at(-1);
    if (last) {
      last.to = start.at;
      last.isOver = true;
    }
    const isAsked = start.isMarked || last?.from === start.at;
    const edit = editAt(recording, start, isAsked, options);
    at = edit.end;
    if (!edit.isEnded) continue;
    const isMore = edit.prompt?.goesOn === true;
    if (isMore && last && visible(recording.slice(last.from, last.to)).trim() === '') {
      last.line =
        last.line === undefined || edit.line === undefined ? undefined : `${last.line}\n${edit.line}`;
      last.from = at;
      last.to = recording.length;
      last.isOver = false;
    } else if (!isMore)
      turns.push({
        at: edit.prompt?.kind ?? 'shell',
        line: edit.line,
        from: at,
        to: recording.length,
        isOver: false,
      });
  }
  return turns
    .map(({ at: kind, line, from, to, isOver }) => ({
      at: kind,
      line,
      output: recording.slice(from, to),
      isOver,
    }))
    .filter((turn) => turn.line !== '' && (turn.line?.length ?? 0) <= longestLine && !wasInterrupted(turn));
}

/** A turn whose end is not known yet. */
interface Open {
  readonly at: PromptKind;
  line: string | undefined;
  from: number;
  to: number;
  isOver: boolean;
}

interface Start {
  readonly at: number;
  /** The shell says itself that it reads a line from here on, and where that ends. */
  readonly isMarked: boolean;
}

interface Edit {
  readonly prompt: Prompt | undefined;
  readonly line: string | undefined;
  readonly isEnded: boolean;
  readonly end: number;
}

const nothing = { prompt: undefined, line: undefined, isEnded: false } as const;

/** Python's own console (since 3.13) goes down to each row that it begins, the first one too: no line has ended there. */
const ownFirstRow = /^(?:\x1b\[\?\d+[hl]|\x1b[=>])*\x1b\[1A\n/;

function editAt(recording: string, start: Start, isAsked: boolean, options: ConsoleOptions): Edit {
  const find = (mark: string): number => {
    const found = start.isMarked ? recording.indexOf(mark, start.at) : -1;
    return found < 0 ? recording.length : found;
  };
  const close = find(closes);
  const reopened = find(opens);
  const isWhole = start.isMarked && close < reopened;
  // Whoever was killed while it read a line has not closed it.
  const to = Math.min(isWhole ? close : reopened, start.at + longestEdit);
  const begun = start.isMarked ? (ownFirstRow.exec(recording.slice(start.at, to))?.[0].length ?? 0) : 0;
  const raw = recording.slice(start.at + begun, to);
  const prompt = promptOf(visible(raw), { isDash: options.isDash === true, isAsked });
  const tokens = tokensOf(raw);
  const firstEnd = tokens.findIndex(isLineFeed);
  if (start.isMarked && !isWhole) return { ...nothing, end: Math.max(to, start.at + 1) };
  // A line that is read behind a prompt of somebody's own is a line that nobody can tell.
  if (!prompt)
    return { ...nothing, isEnded: start.isMarked && firstEnd >= 0 && looksLikePrompt(visible(raw)), end: to };
  if (firstEnd < 0) return { ...nothing, prompt, end: to };
  // It marks the ends of its rows with characters of its own.
  const isInRows = begun > 0 && tokens.filter(isLineFeed).length > 1;
  const drawn = isInRows ? undefined : readLine(tokens, prompt.text, { isWhole, widths: options.widths });
  const ended = tokens[drawn?.used ?? firstEnd]?.end ?? raw.length;
  return { prompt, line: drawn?.text.trimEnd(), isEnded: true, end: isWhole ? to : start.at + begun + ended };
}

const isLineFeed = (token: Token): boolean => token.kind === 'control' && token.control === '\n';

/** The next place where a line is read: where the shell says so, or where a line begins with a prompt. */
function nextStart(recording: string, from: number, { isDash = false }: ConsoleOptions): Start | undefined {
  const marked = recording.indexOf(opens, from);
  const limit = marked < 0 ? recording.length : marked;
  const isFirst = from === 0 || recording[from - 1] === '\n';
  for (let at = isFirst ? from : nextLine(recording, from); at < limit; at = nextLine(recording, at)) {
    const end = Math.min(nextLine(recording, at), limit);
    const prompt = promptOf(visible(recording.slice(at, end)), { isDash, isAsked: at === from && from > 0 });
    if (prompt) return { at, isMarked: false };
  }
  return marked < 0 ? undefined : { at: marked + opens.length, isMarked: true };
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** Ctrl-C drops a line that was begun: a shell without marks shows it, Python says so. */
const wasInterrupted = ({ at, line, output }: Turn): boolean =>
  at === 'python'
    ? /^\r?(?:\n\r?)?KeyboardInterrupt\r?\n/.test(output)
    : line?.endsWith('^C') === true && output.trim() === '';
