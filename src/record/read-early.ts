import type { Early } from './ahead';
import { lineStart, type KnownPrompts } from './known-prompts';
import { opens, readEnded, type Ended } from './read-ended';
import type { Place } from './session-lines';

/** A line that was typed too early, as the shell that read it drew it. */
export interface ReadEarly extends Ended {
  readonly place: Place | undefined;
}

interface Known {
  readonly prompts: KnownPrompts;
  readonly widths: readonly number[];
  readonly early: readonly Early[];
  /** What was recorded last. */
  readonly before: string;
}

/** A line that was typed too early is drawn behind its prompt, by the shell that reads it, without another Enter; `undefined` while none has ended. */
export function readEarly(screen: string, { prompts, widths, early, before }: Known): ReadEarly | undefined {
  const readFrom = (from: number, isSure: boolean): ReadEarly | undefined => {
    const line = screen.slice(from);
    const place = prompts.at(line, before);
    if (!place && !isSure) return undefined;
    const ended = readEnded(line, place?.prompt ?? '', widths);
    return ended && { ...ended, place, end: from + ended.end };
  };
  const open = screen.indexOf(opens);
  if (open >= 0) {
    const next = screen.indexOf('\n', open);
    return next < 0 ? undefined : readFrom(lineStart(screen.slice(0, next)), true);
  }
  for (let from = 0; from < screen.length; from = screen.indexOf('\n', from) + 1) {
    const ended = readFrom(from, false);
    // Without the shell's own word only what was typed is no output that looks like it.
    if (ended && early.some(({ pressed }) => pressed?.trimEnd() === ended.text)) return ended;
    if (!screen.includes('\n', from)) break;
  }
  return undefined;
}

/** Which of the lines that wait is the one that was read: the same text, else one that was edited; -1: none of them is known to be. */
export function whichEarly(early: readonly Early[], text: string | undefined): number {
  const same = early.findIndex(({ pressed }) => pressed?.trimEnd() === text);
  return same < 0 ? early.findIndex(({ pressed }) => pressed === undefined) : same;
}
