import { stripTerminal } from '../text/terminal';
import { Ahead, type Early } from './ahead';
import { KnownPrompts, lineStart } from './known-prompts';
import { isShown, opens, readEnded, type Ended } from './read-ended';
import { readKeys, type Press } from './read-keys';
import { keyLines, promptKindAt, typedLines, unseenLines, type Place } from './session-lines';
import { commentLine } from './words';

/** Turns what is pressed at a terminal, and what it shows, into the lines of a session. */
export interface Recorder {
  /** What the terminal sends for what was pressed. `isShell`: it is the student's own shell that reads it. `now` in milliseconds. */
  typed(data: string, isShell: boolean, now: number): void;
  shown(data: string): void;
  /** In columns. */
  resized(width: number): void;
  /** All lines up to now; a line without its end is left out. */
  lines(): readonly string[];
}

/** What is remembered of the screen, in characters: only the end of it is looked at. */
const screenCap = 64_000;
const mostLines = 450;

/**
 * A line is not put together from keys, but read off the screen where it ends: history, completion and corrections are in it as the shell
 * shows them, and what the screen does not show, such as a password, is never in it. The keys only prove it: where nothing but text was pressed, what is read has to be that text.
 */
export function makeRecorder(width = 80): Recorder {
  return new ScreenRecorder(width);
}

/** A line that Enter ended, until the terminal has shown its end. */
interface Ending {
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

class ScreenRecorder implements Recorder {
  readonly #lines: string[] = [commentLine.head];
  readonly #prompts = new KnownPrompts();
  readonly #ahead = new Ahead();
  /** Lines that a prompt may still show. */
  readonly #early: Early[] = [];
  #screen = '';
  #widths: readonly number[];
  #tail = '';
  #place: Place | undefined;
  #isEarly = false;
  #pressed = '';
  #isEdited = false;
  #ending: Ending | undefined;
  #isFullScreen = false;
  #lastLineAt = 0;
  #isAfterCtrlP = false;

  constructor(width: number) {
    this.#widths = [width];
  }

  lines(): readonly string[] {
    const lines = [...this.#lines, ...this.#early.flatMap((early) => early.lines)];
    const last = lines.at(-1);
    // Whoever plays the session leaves the terminal by closing it.
    return last === '$ exit' || last === '$ logout' ? lines.slice(0, -1) : lines;
  }

  typed(data: string, isShell: boolean, now: number): void {
    if (this.#isFullScreen) return;
    for (const press of readKeys(data)) this.#press(press, isShell, now);
  }

  resized(width: number): void {
    this.#widths = [...new Set([...this.#widths, width])];
  }

  shown(data: string): void {
    let rest = this.#tail + data;
    this.#tail = '';
    // A sequence may come in two pieces.
    const cut = /\x1b(?:\[\??\d{0,4})?$/.exec(rest);
    if (cut) {
      this.#tail = cut[0];
      rest = rest.slice(0, cut.index);
    }
    // Every other piece is what the pattern caught.
    for (const [index, piece] of rest.split(fullScreenSwitch).entries())
      if (index % 2 === 1) this.#switchScreen(piece.endsWith('h'));
      else if (!this.#isFullScreen) this.#show(piece);
  }

  #switchScreen(isFullScreen: boolean): void {
    if (isFullScreen && !this.#isFullScreen) this.#add([commentLine.fullScreen]);
    this.#isFullScreen = isFullScreen;
    this.#screen = '';
    this.#ending = undefined;
    this.#ahead.begun();
    this.#startLine();
  }

  #show(data: string): void {
    this.#screen += data;
    for (let ended = this.#nextEnd(); ended; ended = this.#nextEnd()) this.#cutScreen(ended.end);
    if (this.#screen.length <= screenCap) return;
    if (this.#ending) this.#giveUp();
    this.#screen = this.#screen.slice(-screenCap);
  }

  /** Records the next line that has ended on the screen. */
  #nextEnd(): Ended | undefined {
    if (this.#ending) return this.#endOf(this.#ending);
    return this.#early.length > 0 ? this.#endOfEarly() : undefined;
  }

  #press(press: Press, isShell: boolean, now: number): void {
    const wasCtrlP = this.#isAfterCtrlP;
    this.#isAfterCtrlP = press.kind === 'key' && press.key === 'Ctrl-P';
    if (this.#ending && this.#goesOnUnseen(this.#ending)) {
      if (this.#ending.place) this.#add(unseenLines(this.#ending.place), this.#ending.early);
      this.#ending = undefined;
    }
    // Its end was shown, and it could not be read.
    if (this.#ending && this.#screen.includes('\n', this.#ending.at)) this.#giveUp();
    if (this.#ending) {
      const early = this.#ahead.take(press);
      if (early) this.#early.push(early);
      return;
    }
    const place = (this.#place ??= this.#begin(isShell));
    if (press.kind === 'text') this.#pressed += press.text;
    if (press.kind === 'edit') this.#isEdited = true;
    if (press.kind !== 'key') return;
    switch (press.key) {
      case 'Enter':
        this.#enter(place, isShell, now);
        return;
      case 'Ctrl-P':
        // Alone it goes back in the history, as the screen will show.
        this.#isEdited = true;
        return;
      case 'Ctrl-Q':
        if (wasCtrlP) this.#key('<Ctrl-P><Ctrl-Q>', place, now);
        this.#isEdited = true;
        return;
      case 'Ctrl-C':
        // At a prompt it only drops the line that was begun.
        if (promptKindAt(place) === undefined) this.#key('<Ctrl-C>', place, now);
        this.#forget(now);
        return;
      case 'Ctrl-D':
        if (this.#pressed === '' && promptKindAt(place) !== 'host') this.#key('<Ctrl-D>', place, now);
        this.#isEdited = true;
        return;
      case 'Ctrl-Z':
        this.#add([commentLine.suspended]);
        this.#forget(now);
    }
  }

  /** Where the first key of a line is pressed. */
  #begin(isShell: boolean): Place {
    const begun = this.#ahead.begun();
    if (begun) {
      this.#pressed = begun.pressed;
      this.#isEdited = begun.isEdited;
      this.#isEarly = true;
    }
    const place = { prompt: this.#line(), isShell };
    // Whatever was typed before has been read: the prompt is there, with nothing behind it.
    if (!begun && promptKindAt(place) !== undefined && place.prompt.trim() !== '') {
      this.#add([]);
      this.#cutScreen(lineStart(this.#screen));
    }
    return place;
  }

  #enter(begun: Place, isShell: boolean, now: number): void {
    const wasThere = !this.#isEarly && promptKindAt(begun) !== undefined && begun.prompt.trim() !== '';
    const place = this.#placeOf(begun, isShell, wasThere);
    if (wasThere && place) this.#prompts.learn(place);
    if (place && promptKindAt(place) === undefined)
      this.#screen = this.#screen.slice(this.#screen.lastIndexOf('\n') + 1);
    this.#ending = {
      place,
      pressed: this.#pressed,
      isEdited: this.#isEdited,
      isEarly: !wasThere,
      wasSeen: this.#line().trimEnd() !== place?.prompt.trimEnd(),
      at: this.#screen.length,
      early: this.#early.length,
    };
    this.#forget(now);
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

  /** Something else stands behind the prompt already, and nothing of what was pressed: `read -s` does not even show that a line has ended. */
  #goesOnUnseen({ place, pressed, wasSeen }: Ending): boolean {
    if (place === undefined || promptKindAt(place) !== undefined) return false;
    const prompt = place.prompt.trimEnd();
    const line = this.#line().trimEnd();
    return (
      !wasSeen && pressed !== '' && line !== prompt && line.startsWith(prompt) && !line.includes(pressed)
    );
  }

  #key(keys: string, place: Place, now: number): void {
    const seen = stripTerminal(this.#screen)
      .split('\n')
      .findLast((line) => line.trim() !== '');
    this.#add(keyLines(keys, place, { seen: seen ?? '', waitedMs: now - this.#lastLineAt }));
    this.#screen = '';
    this.#forget(now);
  }

  #forget(now: number): void {
    this.#startLine();
    this.#lastLineAt = now;
  }

  #startLine(): void {
    this.#place = undefined;
    this.#pressed = '';
    this.#isEdited = false;
    this.#isEarly = false;
  }

  #endOf(ending: Ending): Ended | undefined {
    const { place, at } = ending;
    const isPrompt = place !== undefined && promptKindAt(place) !== undefined;
    const end = this.#screen.indexOf('\n', at) + 1;
    const ended = isPrompt ? readEnded(this.#screen, place.prompt, this.#widths) : { text: undefined, end };
    if (!ended || ended.end === 0) return undefined;
    this.#ending = undefined;
    const shown = this.#screen.slice(0, ended.end);
    if (isPrompt) this.#add(this.#linesOf(ending, place, ended.text, shown), ending.early);
    else
      this.#early.splice(ending.early, 0, {
        pressed: ending.isEdited ? undefined : ending.pressed,
        lines: place ? answerLines(ending, place, shown) : [commentLine.unclear],
      });
    return ended;
  }

  #linesOf(
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

  /** A line that was typed too early is drawn behind its prompt, by the shell that reads it, without another Enter. */
  #endOfEarly(): Ended | undefined {
    const open = this.#screen.indexOf(opens);
    if (open >= 0) {
      const next = this.#screen.indexOf('\n', open);
      if (next < 0) return undefined;
      const from = lineStart(this.#screen.slice(0, next));
      const line = this.#screen.slice(from);
      const place = this.#prompts.at(line, this.#lastLine());
      const ended = readEnded(line, place?.prompt ?? '', this.#widths);
      if (!ended) return undefined;
      this.#readEarly(place, ended.text);
      return { ...ended, end: from + ended.end };
    }
    for (let from = 0; from < this.#screen.length; from = this.#screen.indexOf('\n', from) + 1) {
      const line = this.#screen.slice(from);
      const place = this.#prompts.at(line, this.#lastLine());
      const ended = place && readEnded(line, place.prompt, this.#widths);
      // Without the shell's own word only what was typed is no output that looks like it.
      if (ended && this.#early.some((early) => early.pressed?.trimEnd() === ended.text)) {
        this.#readEarly(place, ended.text);
        return { ...ended, end: from + ended.end };
      }
      if (!this.#screen.includes('\n', from)) break;
    }
    return undefined;
  }

  #readEarly(place: Place | undefined, text: string | undefined): void {
    const same = this.#early.findIndex(({ pressed }) => pressed?.trimEnd() === text);
    const found = same < 0 ? this.#early.findIndex(({ pressed }) => pressed === undefined) : same;
    const at = Math.max(0, found);
    const own = this.#early.splice(at, 1)[0];
    this.#add(found >= 0 && place && text !== undefined ? typedLines(text, place) : (own?.lines ?? []), at);
  }

  #giveUp(): void {
    const { at, early } = this.#ending ?? { at: 0, early: 0 };
    this.#ending = undefined;
    this.#add([commentLine.unclear], early);
    this.#cutScreen(this.#screen.indexOf('\n', at) + 1);
  }

  #cutScreen(end: number): void {
    this.#screen = this.#screen.slice(end);
    this.#widths = this.#widths.slice(-1);
  }

  #line(): string {
    return stripTerminal(this.#screen).split('\n').at(-1) ?? '';
  }

  #lastLine(): string {
    return this.#lines.at(-1) ?? '';
  }

  /** `early`: how many of the lines that were typed too early come before. */
  #add(lines: readonly string[], early = this.#early.length): void {
    const all = [...this.#early.splice(0, early).flatMap((each) => each.lines), ...lines];
    if (this.#lines.length >= mostLines) return;
    this.#lines.push(...all);
    if (this.#lines.length >= mostLines) this.#lines.push(commentLine.cut);
  }
}

/** What was typed at a program that has no prompt of its own. `shown`: the line and its end, as the terminal drew it. */
function answerLines({ pressed, wasSeen }: Ending, place: Place, shown: string): readonly string[] {
  const line = stripTerminal(shown).split('\n').at(-2) ?? '';
  const text = line.startsWith(place.prompt) ? line.slice(place.prompt.length).trimEnd() : line.trimEnd();
  // Text and Enter may have come at once, before any of it could be shown.
  const isSeen = wasSeen || pressed === '' || text === pressed.trimEnd();
  return isSeen ? typedLines(pressed === '' && !wasSeen ? '' : text, place) : unseenLines(place);
}

/** A program takes the whole screen, or gives it back. */
const fullScreenSwitch = /(\x1b\[\?(?:1049|1047|47)[hl])/;
