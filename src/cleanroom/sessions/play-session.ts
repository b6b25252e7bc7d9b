import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatDuration } from '../../text/duration';
import { stripTerminal } from '../../text/strip-terminal';
import type { CleanRoom } from '../room/open-room';
import { sessionProblem } from './problem';
import { isAttach } from './attach';
import { isEchoed, promptAt } from './prompts';
import type { Key, PromptKind, Session, SessionItem, SessionProblem } from './session';
import type { Terminal } from './terminal';
import { openTerminal } from './terminal';

/** What one item of a session brought: what the terminal showed until the next item was typed, and how long that took. */
export interface TranscriptEntry {
  readonly item: SessionItem;
  readonly output: string;
  readonly ms: number;
}

/** What came of a session. After a `problem` the rest of the session was not played. */
export interface Transcript {
  readonly entries: readonly TranscriptEntry[];
  readonly problem: SessionProblem | undefined;
}

/** `deadlineMs` is for each item, default two minutes; `totalMs` for the whole session, which may also be without. */
export interface PlayOptions {
  readonly deadlineMs?: number;
  readonly totalMs?: number;
  readonly log?: (line: string) => void;
}

const DEFAULT_DEADLINE_MS = 120_000;

/** How long a person looks at an attached terminal that shows nothing. */
const MOMENT_MS = 3000;

/** What a session may show in all, in characters, before the output of each further item is kept only in part. */
const WHOLE_OUTPUT_CAP = 4_000_000;
const SHORT_OUTPUT = 4_000;

/** Plays a session at a terminal on the room's host: types each line when the prompt for it is there. Then hangs up. */
export async function playSession(
  room: CleanRoom,
  session: Session,
  options: PlayOptions = {},
): Promise<Transcript> {
  const hostPrompt = `student-${randomBytes(3).toString('hex')}$ `;
  const terminal = await openTerminal(room, hostPrompt);
  const player = new Player(terminal, hostPrompt, options);
  try {
    return await player.play(session.items);
  } finally {
    await terminal.hangUp();
  }
}

type Trouble = 'deadline' | 'ended' | 'flood';

class Player {
  readonly #terminal: Terminal;
  readonly #hostPrompt: string;
  readonly #options: PlayOptions;
  readonly #entries: TranscriptEntry[] = [];
  readonly #began = Date.now();
  #kept = 0;
  #isAnswering = false;
  #playing: { readonly item: SessionItem; readonly since: number } | undefined;

  constructor(terminal: Terminal, hostPrompt: string, options: PlayOptions) {
    this.#terminal = terminal;
    this.#hostPrompt = hostPrompt;
    this.#options = options;
  }

  async play(items: readonly SessionItem[]): Promise<Transcript> {
    let problem: SessionProblem | undefined;
    for (const [index, item] of items.entries()) {
      problem = await this.#playItem(item, items[index - 1]);
      if (problem !== undefined) break;
    }
    const last = items.at(-1);
    // The last command runs to its end, unless the session said itself what it waits for.
    if (problem === undefined && last !== undefined && last.kind !== 'wait' && last.kind !== 'pause') {
      const prompt = await this.#prompt();
      // Whoever leaves with `exit` at the end has ended as well.
      if (prompt === 'deadline' || prompt === 'flood') problem = this.#trouble(prompt, last);
    }
    this.#finish();
    return { entries: this.#entries, problem };
  }

  async #playItem(item: SessionItem, before: SessionItem | undefined): Promise<SessionProblem | undefined> {
    if (item.kind === 'wait') return this.#waitFor(item);
    if (item.kind === 'pause') return this.#pause(item);
    // After a wait the session knows better than any prompt when to press a key, or to answer.
    const isAwaited = before?.kind === 'wait' || before?.kind === 'pause';
    const isAnswer = item.kind === 'type' && item.at === 'program' && isAwaited;
    if (isAnswer || (item.kind === 'keys' && isAwaited)) {
      this.#begin(item, isAnswer);
      return undefined;
    }
    const prompt = isAttach(before) ? await this.#promptOfAttached(item) : await this.#prompt();
    // What is attached to may draw nothing: keys are pressed all the same.
    if (prompt === 'deadline' && item.kind === 'keys' && isAttach(before) && this.#msLeft() > 0) {
      this.#begin(item);
      return undefined;
    }
    if (prompt === 'deadline' || prompt === 'ended' || prompt === 'flood') return this.#trouble(prompt, item);
    if (item.kind === 'type' && prompt !== item.at)
      return sessionProblem(item.line, 'session.wrong-prompt', {
        content: item.text,
        at: prompt,
        meant: item.at,
      });
    this.#begin(item);
    return undefined;
  }

  #begin(item: SessionItem & { readonly kind: 'type' | 'keys' }, isAnswer = false): void {
    this.#finish();
    this.#isAnswering = isAnswer;
    this.#options.log?.(describeItem(item));
    this.#playing = { item, since: Date.now() };
    this.#terminal.type(item.kind === 'type' ? `${item.text}\r` : keysOf(item.keys));
  }

  #finish(): void {
    if (this.#playing === undefined) return;
    const { item, since } = this.#playing;
    const whole = stripTerminal(this.#terminal.recording());
    const output = this.#kept > WHOLE_OUTPUT_CAP ? whole.slice(-SHORT_OUTPUT) : whole;
    this.#kept += output.length;
    this.#entries.push({ item, output, ms: Date.now() - since });
    this.#playing = undefined;
  }

  /**
   * A shell that is attached to has shown its prompt already, to nobody, and on a busy machine does not draw it again: after a moment a person presses Enter. Keys wait for that
   * moment: what is pressed before the terminal is attached is not for the container.
   */
  async #promptOfAttached(next: SessionItem): Promise<PromptKind | Trouble> {
    const first = await this.#prompt(MOMENT_MS);
    if (first !== 'deadline' || next.kind !== 'type') return first;
    const shown = stripTerminal(this.#terminal.recording());
    const isSilent = shown.slice(`${shown}\n`.indexOf('\n') + 1).trim() === '';
    // Where something runs, Enter would be an answer to it.
    if (isSilent && next.at !== 'host') this.#terminal.press(CODES.Enter);
    return this.#prompt();
  }

  #prompt(mostMs = Infinity): Promise<PromptKind | Trouble> {
    const { item } = this.#playing ?? {};
    const own = item?.kind === 'type' || item?.kind === 'keys' ? item.deadlineMs : undefined;
    const isLeaving = item !== undefined && leaves(item);
    // An answer may be typed where nothing is echoed.
    const typed = item?.kind === 'type' && !this.#isAnswering ? item.text : '';
    const look = (recording: string) => {
      if (!isEchoed(recording, typed)) return undefined;
      const prompt = promptAt(recording, this.#hostPrompt);
      // A prompt that the container's shell was still drawing when the keys were pressed.
      return isLeaving && prompt !== 'host' ? undefined : prompt;
    };
    return this.#terminal.until(look, Math.min(mostMs, this.#msFor(own)));
  }

  /** The deadline of one wait: that of the whole session comes first where it is nearer. */
  #msFor(own: number | undefined): number {
    return Math.min(own ?? this.#options.deadlineMs ?? DEFAULT_DEADLINE_MS, this.#msLeft());
  }

  #msLeft(): number {
    const { totalMs } = this.#options;
    // Longer than a timer can be set for.
    return totalMs === undefined ? 2 ** 31 - 1 : Math.max(0, this.#began + totalMs - Date.now());
  }

  async #waitFor(item: SessionItem & { readonly kind: 'wait' }): Promise<SessionProblem | undefined> {
    this.#options.log?.(describeItem(item));
    // The line that was typed may have the text in it: what counts is what comes of it, below its echo.
    const isBelowEcho = this.#playing?.item.kind === 'type' && !this.#isAnswering;
    const look = (recording: string) => {
      const shown = stripTerminal(recording);
      const output = isBelowEcho ? shown.slice(`${shown}\n`.indexOf('\n') + 1) : shown;
      return output.includes(item.text) ? true : undefined;
    };
    const seen = await this.#terminal.until(look, this.#msFor(item.deadlineMs));
    if (seen === true) return undefined;
    if (seen === 'flood' || this.#msLeft() === 0) return this.#trouble(seen, item);
    return sessionProblem(item.line, 'session.text-not-seen', { text: item.text, tail: this.#tail() });
  }

  async #pause(item: SessionItem & { readonly kind: 'pause' }): Promise<SessionProblem | undefined> {
    this.#options.log?.(describeItem(item));
    await sleep(Math.min(item.ms, this.#msLeft()));
    return this.#msLeft() === 0 ? this.#trouble('deadline', item) : undefined;
  }

  #trouble(trouble: Trouble, item: SessionItem): SessionProblem {
    const { line } = item;
    const content = describeItem(item);
    if (trouble === 'ended') return sessionProblem(line, 'session.terminal-ended', { content });
    if (trouble === 'flood') return sessionProblem(line, 'session.too-much-output', { content });
    if (this.#msLeft() === 0)
      return sessionProblem(line, 'session.too-long', { limit: formatDuration(this.#options.totalMs ?? 0) });
    return sessionProblem(line, 'session.no-prompt', { content, tail: this.#tail() });
  }

  #tail(): string {
    return JSON.stringify(stripTerminal(this.#terminal.recording()).slice(-200));
  }
}

const CODES: Readonly<Record<Key, string>> = {
  'Ctrl-C': '\x03',
  'Ctrl-D': '\x04',
  'Ctrl-P': '\x10',
  'Ctrl-Q': '\x11',
  Enter: '\r',
};

/** Ctrl-P Ctrl-Q leads back to the host, wherever it is pressed. */
const leaves = (item: SessionItem): boolean =>
  item.kind === 'keys' && item.keys.at(-2) === 'Ctrl-P' && item.keys.at(-1) === 'Ctrl-Q';

function keysOf(keys: readonly Key[]): string {
  return keys.map((key) => CODES[key]).join('');
}

/** An item as a session writes it. */
export function describeItem(item: SessionItem): string {
  switch (item.kind) {
    case 'keys':
      return item.keys.map((key) => `<${key}>`).join('');
    case 'wait':
      return `wait "${item.text}"`;
    case 'pause':
      return `wait ${formatDuration(item.ms)}`;
    case 'type':
      return `${{ host: '$', container: '#', program: '>' }[item.at]} ${item.text}`;
  }
}
