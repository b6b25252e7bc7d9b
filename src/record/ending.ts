import { stripTerminal } from '../text/terminal';
import { isShown } from './read-ended';
import { promptKindAt, typedLines, unseenLines, type Place } from './session-lines';
import { commentLine } from './words';

/** A line that Enter ended, until the terminal has shown its end. */
export interface Ending {
  /** `undefined`: at a prompt that nobody knows. */
  readonly place: Place | undefined;
  /** What was pressed of it that shows, to compare with what was shown. */
  readonly pressed: string;
  readonly isEdited: boolean;
  /** Some of it was pressed before the prompt was there: a program may have read that. */
  readonly isEarly: boolean;
  readonly wasSeen: boolean;
  /** Where the recording was when Enter was pressed. */
  readonly at: number;
  /** How many lines were typed too early before it. */
  readonly early: number;
}

/** What is recorded of a line that ended at a prompt. `text`: as it was read; `shown`: the line and its end, as the terminal drew it. */
export function promptLines(
  { pressed, isEdited, isEarly, wasSeen }: Ending,
  place: Place,
  text: string | undefined,
  shown: string,
): readonly string[] {
  if (isEdited) return text === undefined ? [commentLine.unclear] : typedLines(text, place);
  const proof = pressed.replace(/\r\n?/g, '\n').trimEnd();
  if (text === proof || (isEarly && text !== undefined && text !== '' && proof.endsWith(text)))
    return typedLines(text, place);
  if (text === undefined && isShown(shown, place.prompt, proof)) return typedLines(proof, place);
  return text === '' && !wasSeen ? unseenLines(place) : [commentLine.unclear];
}

/** What was typed at a program that has no prompt of its own. `shown`: the line and its end, as the terminal drew it. */
export function answerLines({ pressed, wasSeen }: Ending, place: Place, shown: string): readonly string[] {
  const line = stripTerminal(shown).split('\n').at(-2) ?? '';
  const text = line.startsWith(place.prompt) ? line.slice(place.prompt.length).trimEnd() : line.trimEnd();
  // Text and Enter may have come at once, before any of it could be shown.
  const isSeen = wasSeen || pressed === '' || text === pressed.trimEnd();
  return isSeen ? typedLines(pressed === '' && !wasSeen ? '' : text, place) : unseenLines(place);
}

/**
 * Something else stands behind the prompt already, and nothing of what was pressed: `read -s` does not even show that a line has ended. `shown`: the last line
 * of the screen.
 */
export function goesOnUnseen({ place, pressed, wasSeen }: Ending, shown: string): boolean {
  if (place === undefined || promptKindAt(place) !== undefined) return false;
  const prompt = place.prompt.trimEnd();
  const line = shown.trimEnd();
  return !wasSeen && pressed !== '' && line !== prompt && line.startsWith(prompt) && !line.includes(pressed);
}
