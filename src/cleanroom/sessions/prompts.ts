import type { PromptKind } from './session';

/** `root@<id>:/# `, a bare `# `, busybox's `/ # `, `bash-5.2# `. */
const CONTAINER_PROMPT = /^(?:[\w.-]+@[\w.-]+:\S*|\/\S* |(?:ba)?sh-[\d.]+)?[#$] $/;

/** Python's, and those of the like: `>>> `, `... `, `sqlite> `; and a shell's own for a command that goes on: `> `. */
const PROGRAM_PROMPT = /^(?:>>> |\.\.\. |(?:[a-z][\w-]*)?> )$/;

/** Colours, bracketed paste, window titles, a saved cursor, which surround a prompt without being part of it. */
const CONTROL_SEQUENCES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[0-~]/g;

const LONGEST_PROMPT_LINE = 2000;
const ECHOED_CHARACTERS = 20;

/**
 * Which prompt the terminal stands at, given the recording since something was last typed; `undefined` while it is busy.
 * A prompt stands at the end, behind a line's end: what a container's shell draws before Enter was echoed is none.
 */
export function promptAt(recording: string, hostPrompt: string): PromptKind | undefined {
  const tail = recording.slice(-LONGEST_PROMPT_LINE).replace(CONTROL_SEQUENCES, '');
  // A shell that draws its prompt anew goes back to the start of the line.
  const lastLine = tail.slice(Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r')) + 1);
  // Nobody else draws our host prompt. What stands before it did not end its line: a page that curl shows, or a container's shell that is left.
  if (lastLine.endsWith(hostPrompt)) return 'host';
  if (!recording.includes('\n')) return undefined;
  return kindOfPrompt(lastLine);
}

/** Whose prompt a line is that has nothing else on it; a host's own cannot be told by its looks. */
export function kindOfPrompt(line: string): Exclude<PromptKind, 'host'> | undefined {
  if (PROGRAM_PROMPT.test(line)) return 'program';
  return CONTAINER_PROMPT.test(line) ? 'container' : undefined;
}

/**
 * Whether a typed line was echoed, and ended: only behind that can the prompt stand that follows it. A shell that is attached to draws its
 * prompt once or twice more, when it likes; whoever took such a prompt for the end of a command would type ahead of all that follows.
 */
export function isEchoed(recording: string, typed: string): boolean {
  // Of a long line the shell may show its end only, broken where the terminal ends.
  const end = Array.from(typed.replace(/\s/g, '')).slice(-ECHOED_CHARACTERS);
  const echo = new RegExp(
    `${end.map((character) => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')).join('\\s*')}[^\\n]*\\n`,
  );
  return end.length === 0 || echo.test(recording.replace(CONTROL_SEQUENCES, ''));
}
