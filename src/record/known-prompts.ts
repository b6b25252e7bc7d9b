import { promptOf, visible } from '../text/console/prompts';
import { opens } from './read-ended';
import type { Place } from './session-lines';

/** A prompt that was found on the screen. */
export interface FoundPrompt extends Place {
  /** Where its line begins in the recording. */
  readonly from: number;
}

/** Leads to another shell, whose prompt may look the same. */
const entersAnother = /\b(?:docker|podman|ssh|su|sudo|chroot|(?:ba|da|z)?sh)\b/;

/** The prompts at which somebody has typed: by them those are known for which something was typed too early. */
export class KnownPrompts {
  readonly #seen = new Map<string, 'host' | 'elsewhere' | 'both'>();

  learn({ prompt, isShell }: Place): void {
    const where = isShell ? 'host' : 'elsewhere';
    const before = this.#seen.get(prompt);
    this.#seen.set(prompt, before === undefined || before === where ? where : 'both');
  }

  /** The prompt on the last line, behind which something stands already, of the shell that is in the foreground or is not. */
  last(recording: string, isShell: boolean): FoundPrompt | undefined {
    const from = lineStart(recording);
    const prompt = this.#promptIn(visible(recording.slice(from)), isShell ? 'host' : 'elsewhere');
    return prompt === undefined ? undefined : { from, prompt, isShell };
  }

  /** The prompt that a line begins with, where nobody knows who was in the foreground; `before`: the line that was recorded last. */
  at(line: string, before: string): Place | undefined {
    const seen = visible(line);
    const prompt = this.#promptIn(seen, undefined);
    if (prompt === undefined) return undefined;
    const known = [...this.#seen.keys()].find((own) => own.trim() !== '' && prompt.endsWith(own));
    const isShell = this.#isHost(known ?? prompt, before);
    return isShell === undefined ? undefined : { prompt, isShell };
  }

  #promptIn(seen: string, where: 'host' | 'elsewhere' | undefined): string | undefined {
    const own = [...this.#seen]
      .filter(
        ([prompt, its]) => prompt.trim() !== '' && (where === undefined || its === where || its === 'both'),
      )
      .map(([prompt]) => ({ prompt, at: seen.indexOf(prompt) }))
      // What was echoed too early may stand before it.
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => b.prompt.length - a.prompt.length)[0];
    if (own) return seen.slice(0, own.at + own.prompt.length);
    return promptOf(seen, { isDash: false, isAsked: true })?.text;
  }

  #isHost(prompt: string, before: string): boolean | undefined {
    const where = this.#seen.get(prompt) ?? this.#whereOf(prompt);
    if (where === 'both') return undefined;
    // Two shells without a name in their prompts look the same.
    if (!prompt.includes('@') && /^(?:\/|~|(?:ba)?sh-)/.test(prompt) && entersAnother.test(before))
      return undefined;
    return where === 'host';
  }

  /** Another folder of the same machine. */
  #whereOf(prompt: string): 'host' | 'elsewhere' | 'both' {
    const machine = /^[\w.-]+@[\w.-]+:/.exec(prompt)?.[0];
    const isHost =
      machine !== undefined &&
      [...this.#seen].some(([own, its]) => its === 'host' && own.startsWith(machine));
    return isHost ? 'host' : 'elsewhere';
  }
}

/** Where the line that is edited begins: bash says so before its prompt, zsh behind it. */
export function lineStart(recording: string): number {
  const open = recording.lastIndexOf(opens);
  if (open < 0) return recording.lastIndexOf('\n') + 1;
  const start = recording.lastIndexOf('\n', open) + 1;
  const isFirst = visible(recording.slice(start, open)).trim() === '';
  const behind = visible(recording.slice(open));
  // What a command printed last may stand before it.
  return isFirst || promptOf(behind, { isDash: false, isAsked: true }) ? open : start;
}
