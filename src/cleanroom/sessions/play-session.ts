import { randomBytes } from 'node:crypto';
import { stripTerminal } from '../../text/strip-terminal';
import type { CleanRoom } from '../room/open-room';
import { promptAt } from './prompts';
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

/** `deadlineMs` is for each item, default two minutes. */
export interface PlayOptions {
  readonly deadlineMs?: number;
  readonly log?: (line: string) => void;
}

const DEFAULT_DEADLINE_MS = 120_000;

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

class Player {
  readonly #terminal: Terminal;
  readonly #hostPrompt: string;
  readonly #options: PlayOptions;
  readonly #entries: TranscriptEntry[] = [];
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
    if (problem === undefined && last !== undefined && last.kind !== 'wait') {
      const prompt = await this.#prompt();
      if (prompt === 'deadline') problem = noPrompt(last, this.#tail());
    }
    this.#finish();
    return { entries: this.#entries, problem };
  }

  async #playItem(item: SessionItem, before: SessionItem | undefined): Promise<SessionProblem | undefined> {
    if (item.kind === 'wait') return this.#waitFor(item);
    // After a wait the session knows better than any prompt when to press a key; and an attached shell, which has shown its prompt to
    // nobody, shows it again only when a key is pressed.
    if (item.kind === 'keys' && (before?.kind === 'wait' || isAttach(before))) {
      this.#begin(item, keysOf(item.keys));
      return undefined;
    }
    const prompt = await this.#prompt();
    if (prompt === 'deadline') return noPrompt(item, this.#tail());
    if (prompt === 'ended') return terminalEnded(item);
    if (item.kind === 'type' && prompt !== item.at) return wrongPrompt(item, prompt);
    this.#begin(item, item.kind === 'type' ? `${item.text}\r` : keysOf(item.keys));
    return undefined;
  }

  #begin(item: SessionItem, keys: string): void {
    this.#finish();
    this.#options.log?.(describe(item));
    this.#playing = { item, since: Date.now() };
    this.#terminal.type(keys);
  }

  #finish(): void {
    if (this.#playing === undefined) return;
    const { item, since } = this.#playing;
    this.#entries.push({ item, output: stripTerminal(this.#terminal.recording()), ms: Date.now() - since });
    this.#playing = undefined;
  }

  #prompt(): Promise<PromptKind | 'deadline' | 'ended'> {
    const deadline = this.#options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    const isLeaving = this.#playing !== undefined && leaves(this.#playing.item);
    const look = (recording: string) => {
      const prompt = promptAt(recording, this.#hostPrompt);
      // A prompt that the container's shell was still drawing when the keys were pressed.
      return isLeaving && prompt !== 'host' ? undefined : prompt;
    };
    return this.#terminal.until(look, deadline);
  }

  async #waitFor(item: SessionItem & { readonly kind: 'wait' }): Promise<SessionProblem | undefined> {
    this.#options.log?.(describe(item));
    const deadline = item.deadlineMs ?? this.#options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    const look = (recording: string) => (stripTerminal(recording).includes(item.text) ? true : undefined);
    if ((await this.#terminal.until(look, deadline)) === true) return undefined;
    const message = `"${item.text}" did not appear; the terminal ends with: ${this.#tail()}`;
    return { line: item.line, code: 'session.text-not-seen', message };
  }

  #tail(): string {
    return JSON.stringify(stripTerminal(this.#terminal.recording()).slice(-200));
  }
}

const isAttach = (item: SessionItem | undefined): boolean =>
  item?.kind === 'type' && /^docker (container )?attach\b/.test(item.text);

const CODES: Readonly<Record<Key, string>> = {
  'Ctrl-C': '\x03',
  'Ctrl-D': '\x04',
  'Ctrl-P': '\x10',
  'Ctrl-Q': '\x11',
  Enter: '\r',
};

const PLACES: Readonly<Record<PromptKind, string>> = {
  host: 'the prompt of the host',
  container: 'the prompt of a container',
  program: "a program's own prompt",
};

/** Ctrl-P Ctrl-Q leads back to the host, wherever it is pressed. */
const leaves = (item: SessionItem): boolean =>
  item.kind === 'keys' && item.keys.at(-2) === 'Ctrl-P' && item.keys.at(-1) === 'Ctrl-Q';

function keysOf(keys: readonly Key[]): string {
  return keys.map((key) => CODES[key]).join('');
}

function describe(item: SessionItem): string {
  if (item.kind === 'keys') return item.keys.map((key) => `<${key}>`).join('');
  if (item.kind === 'wait') return `wait "${item.text}"`;
  return `${{ host: '$', container: '#', program: '>' }[item.at]} ${item.text}`;
}

function wrongPrompt(item: SessionItem & { readonly kind: 'type' }, prompt: PromptKind): SessionProblem {
  const message = `"${item.text}" is to be typed at ${PLACES[item.at]}, but the terminal shows ${PLACES[prompt]}.`;
  return { line: item.line, code: 'session.wrong-prompt', message };
}

function noPrompt(item: SessionItem, tail: string): SessionProblem {
  const message = `No prompt came back for ${describe(item)}; the terminal ends with: ${tail}`;
  return { line: item.line, code: 'session.no-prompt', message };
}

function terminalEnded(item: SessionItem): SessionProblem {
  return {
    line: item.line,
    code: 'session.terminal-ended',
    message: `The terminal had been left before ${describe(item)}.`,
  };
}
