import { Ahead } from './ahead';
import { readKeys, type Press } from './read-keys';
import { ScreenPieces } from './screen-pieces';
import { keyLines, promptKindAt, type Place } from './session-lines';
import { SessionText } from './session-text';
import { ShownScreen } from './shown-screen';
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

/**
 * A line is not put together from keys, but read off the screen where it ends: history, completion and corrections are in it as the shell
 * shows them, and what the screen does not show, such as a password, is never in it. The keys only prove it: where nothing but text was pressed, what is read has to be that text.
 */
export function makeRecorder(width = 80): Recorder {
  return new ScreenRecorder(width);
}

class ScreenRecorder implements Recorder {
  readonly #text = new SessionText();
  readonly #pieces = new ScreenPieces();
  readonly #ahead = new Ahead();
  readonly #screen: ShownScreen;
  #place: Place | undefined;
  /** Some of the line was pressed before its prompt was there. */
  #isEarly = false;
  #pressed = '';
  #isEdited = false;
  #isFullScreen = false;
  #lastLineAt = 0;
  #isAfterCtrlP = false;

  constructor(width: number) {
    this.#screen = new ShownScreen(width, this.#text);
  }

  lines(): readonly string[] {
    return this.#text.all();
  }

  typed(data: string, isShell: boolean, now: number): void {
    if (this.#isFullScreen) return;
    for (const press of readKeys(data)) this.#press(press, isShell, now);
  }

  resized(width: number): void {
    this.#screen.resized(width);
  }

  shown(data: string): void {
    for (const piece of this.#pieces.take(data))
      if ('isFullScreen' in piece) this.#switchScreen(piece.isFullScreen);
      else if (!this.#isFullScreen) this.#screen.show(piece.text);
  }

  #switchScreen(isFullScreen: boolean): void {
    if (isFullScreen && !this.#isFullScreen) this.#text.add([commentLine.fullScreen]);
    this.#isFullScreen = isFullScreen;
    this.#screen.clear();
    this.#ahead.begun();
    this.#startLine();
  }

  #press(press: Press, isShell: boolean, now: number): void {
    const wasCtrlP = this.#isAfterCtrlP;
    this.#isAfterCtrlP = press.kind === 'key' && press.key === 'Ctrl-P';
    if (this.#screen.isEnding()) {
      const early = this.#ahead.take(press);
      if (early) this.#text.wait(early);
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
        this.#text.add([commentLine.suspended]);
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
    const place = { prompt: this.#screen.line(), isShell };
    // The prompt is there, with nothing behind it.
    if (!begun && isAtPrompt(place)) this.#screen.beginLine();
    return place;
  }

  #enter(begun: Place, isShell: boolean, now: number): void {
    const wasThere = !this.#isEarly && isAtPrompt(begun);
    this.#screen.enter({ begun, wasThere, pressed: this.#pressed, isEdited: this.#isEdited }, isShell);
    this.#forget(now);
  }

  #key(keys: string, place: Place, now: number): void {
    const waitedMs = now - this.#lastLineAt;
    this.#text.add(keyLines(keys, place, { seen: this.#screen.lastSeen(), waitedMs }));
    this.#screen.clear();
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
}

const isAtPrompt = (place: Place): boolean => promptKindAt(place) !== undefined && place.prompt.trim() !== '';
