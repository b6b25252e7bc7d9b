import { stripTerminal } from '../text/terminal';
import { answerLines, goesOnUnseen, promptLines, type Ending } from './ending';
import { KnownPrompts, lineStart } from './known-prompts';
import { readEarly, whichEarly, type ReadEarly } from './read-early';
import { opens, readEnded, type Ended } from './read-ended';
import { promptKindAt, typedLines, unseenLines, type Place } from './session-lines';
import type { SessionText } from './session-text';
import { commentLine } from './words';

/** What is remembered of the screen, in characters: only the end of it is looked at. */
const screenCap = 64_000;

/** What was pressed of a line that Enter ends. */
export type Entered = Pick<Ending, 'pressed' | 'isEdited'> & {
  /** Where its first key was pressed. */
  readonly begun: Place;
  readonly wasThere: boolean;
};

/** Reads lines off what a terminal shows, each where it ends, and records them. */
export class ShownScreen {
  readonly #text: SessionText;
  readonly #prompts = new KnownPrompts();
  #screen = '';
  #widths: readonly number[];
  #ending: Ending | undefined;

  constructor(width: number, text: SessionText) {
    this.#widths = [width];
    this.#text = text;
  }

  resized(width: number): void {
    this.#widths = [...new Set([...this.#widths, width])];
  }

  show(data: string): void {
    this.#screen += data;
    for (let ended = this.#nextEnd(); ended; ended = this.#nextEnd()) this.#cut(ended.end);
    if (this.#screen.length <= screenCap) return;
    if (this.#ending) this.#giveUp();
    this.#screen = this.#screen.slice(-screenCap);
  }

  /** Another screen, or nothing of it that counts any more. */
  clear(): void {
    this.#screen = '';
    this.#ending = undefined;
  }

  /** The last line. */
  line(): string {
    return stripTerminal(this.#screen).split('\n').at(-1) ?? '';
  }

  /** The last line that has anything on it. */
  lastSeen(): string {
    const lines = stripTerminal(this.#screen).split('\n');
    return lines.findLast((line) => line.trim() !== '') ?? '';
  }

  /** Whether the line before has not ended yet, when something is pressed. */
  isEnding(): boolean {
    if (this.#ending && goesOnUnseen(this.#ending, this.line())) {
      if (this.#ending.place) this.#text.add(unseenLines(this.#ending.place), this.#ending.early);
      this.#ending = undefined;
    }
    // Its end was shown, and it could not be read.
    if (this.#ending && this.#screen.includes('\n', this.#ending.at)) this.#giveUp();
    return this.#ending !== undefined;
  }

  /** A line begins behind its prompt: whatever was typed before has been read. */
  beginLine(): void {
    this.#text.add([]);
    this.#cut(lineStart(this.#screen));
  }

  enter({ begun, wasThere, pressed, isEdited }: Entered, isShell: boolean): void {
    const place = this.#placeOf(begun, isShell, wasThere);
    if (wasThere && place) this.#prompts.learn(place);
    if (place && promptKindAt(place) === undefined)
      this.#screen = this.#screen.slice(this.#screen.lastIndexOf('\n') + 1);
    this.#ending = {
      place,
      pressed,
      isEdited,
      isEarly: !wasThere,
      wasSeen: this.line().trimEnd() !== place?.prompt.trimEnd(),
      at: this.#screen.length,
      early: this.#text.early.length,
    };
  }

  /** Records the next line that has ended on the screen. */
  #nextEnd(): Ended | undefined {
    if (this.#ending) return this.#endOf(this.#ending);
    return this.#text.early.length > 0 ? this.#endOfEarly() : undefined;
  }

  /** A prompt may have come, or its other half, since the first key of the line was pressed. */
  #placeOf(begun: Place, isShell: boolean, wasThere: boolean): Place | undefined {
    if (wasThere && begun.isShell === isShell) {
      const whole = this.#prompts.last(this.#screen, isShell);
      return whole?.from === 0 && whole.prompt.startsWith(begun.prompt) ? whole : begun;
    }
    const found = this.#prompts.last(this.#screen, isShell);
    if (found) {
      this.#screen = this.#screen.slice(found.from);
      return found;
    }
    // The shell reads it, and what its prompt is nobody knows.
    return isShell || this.#screen.includes(opens) ? undefined : begun;
  }

  #endOf(ending: Ending): Ended | undefined {
    const { place, at } = ending;
    const isPrompt = place !== undefined && promptKindAt(place) !== undefined;
    const end = this.#screen.indexOf('\n', at) + 1;
    const ended = isPrompt ? readEnded(this.#screen, place.prompt, this.#widths) : { text: undefined, end };
    if (!ended || ended.end === 0) return undefined;
    this.#ending = undefined;
    const shown = this.#screen.slice(0, ended.end);
    if (isPrompt) this.#text.add(promptLines(ending, place, ended.text, shown), ending.early);
    else
      this.#text.wait(
        {
          pressed: ending.isEdited ? undefined : ending.pressed,
          lines: place ? answerLines(ending, place, shown) : [commentLine.unclear],
        },
        ending.early,
      );
    return ended;
  }

  #endOfEarly(): Ended | undefined {
    const ended = readEarly(this.#screen, {
      prompts: this.#prompts,
      widths: this.#widths,
      early: this.#text.early,
      before: this.#text.lastLine(),
    });
    if (ended) this.#addEarly(ended);
    return ended;
  }

  #addEarly({ place, text }: ReadEarly): void {
    const found = whichEarly(this.#text.early, text);
    const at = Math.max(0, found);
    const own = this.#text.take(at);
    this.#text.add(
      found >= 0 && place && text !== undefined ? typedLines(text, place) : (own?.lines ?? []),
      at,
    );
  }

  #giveUp(): void {
    const { at, early } = this.#ending ?? { at: 0, early: 0 };
    this.#ending = undefined;
    this.#text.add([commentLine.unclear], early);
    this.#cut(this.#screen.indexOf('\n', at) + 1);
  }

  #cut(end: number): void {
    this.#screen = this.#screen.slice(end);
    this.#widths = this.#widths.slice(-1);
  }
}
