import { stripTerminal } from '../text/terminal';
import { readKeys, type Press } from './read-keys';
import { keyLines, promptKindAt, typedLines, unseenLines, type Place } from './session-lines';
import { commentLine } from './words';

/** Turns what is pressed at a terminal, and what it shows, into the lines of a session. */
export interface Recorder {
  /** What the terminal sends for what was pressed. `isShell`: it is the student's own shell that reads it. `now` in milliseconds. */
  typed(data: string, isShell: boolean, now: number): void;
  shown(data: string): void;
  /** All lines up to now; a line without its end is left out. */
  lines(): readonly string[];
}

/** What is remembered of the screen, in characters: only the end of it is looked at. */
const screenCap = 64_000;
const mostLines = 450;

/**
 * A line is not put together from keys, but read off the screen where it ends: history, completion and corrections are in it as the shell
 * shows them, and what the screen does not show, such as a password, is never in it.
 */
export function makeRecorder(): Recorder {
  return new ScreenRecorder();
}

/** A line that Enter ended, until the terminal has shown its end. */
interface Ending {
  readonly place: Place;
  /** What was pressed of it that shows, to compare with what was shown. */
  readonly pressed: string;
  readonly wasSeen: boolean;
}

class ScreenRecorder implements Recorder {
  readonly #lines: string[] = [commentLine.head];
  #screen = '';
  #tail = '';
  #place: Place | undefined;
  #pressed = '';
  #ending: Ending | undefined;
  #isFullScreen = false;
  #lastLineAt = 0;
  #isAfterCtrlP = false;

  lines(): readonly string[] {
    const last = this.#lines.at(-1);
    // Whoever plays the session leaves the terminal by closing it.
    return last === '$ exit' || last === '$ logout' ? this.#lines.slice(0, -1) : this.#lines;
  }

  typed(data: string, isShell: boolean, now: number): void {
    if (this.#isFullScreen) return;
    for (const press of readKeys(data)) this.#press(press, isShell, now);
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
    this.#place = undefined;
    this.#pressed = '';
  }

  #show(data: string): void {
    this.#screen = (this.#screen + data).slice(-screenCap);
    const end = this.#screen.indexOf('\n');
    if (!this.#ending || end < 0) return;
    this.#finish(this.#ending, this.#screen.slice(0, end + 1));
    this.#ending = undefined;
    this.#screen = this.#screen.slice(end + 1);
  }

  #press(press: Press, isShell: boolean, now: number): void {
    const wasCtrlP = this.#isAfterCtrlP;
    this.#isAfterCtrlP = press.kind === 'key' && press.key === 'Ctrl-P';
    if (this.#ending && this.#goesOnUnseen(this.#ending)) {
      this.#add(unseenLines(this.#ending.place));
      this.#ending = undefined;
    }
    if (this.#ending) {
      // It is typed ahead of what the terminal shows: nobody can say where it will be read.
      if (press.kind === 'key' && press.key === 'Enter') this.#add([commentLine.ahead]);
      return;
    }
    this.#place ??= { prompt: this.#line(), isShell };
    const place = this.#place;
    if (press.kind === 'text') this.#pressed += press.text;
    if (press.kind !== 'key') return;
    switch (press.key) {
      case 'Enter': {
        const wasSeen = this.#line().trimEnd() !== place.prompt.trimEnd();
        this.#ending = { place, pressed: this.#pressed, wasSeen };
        this.#screen = this.#screen.slice(this.#screen.lastIndexOf('\n') + 1);
        this.#forget(now);
        return;
      }
      case 'Ctrl-P':
        // Alone it goes back in the history, as the screen will show.
        return;
      case 'Ctrl-Q':
        if (wasCtrlP) this.#key('<Ctrl-P><Ctrl-Q>', place, now);
        return;
      case 'Ctrl-C':
        // At a prompt it only drops the line that was begun.
        if (promptKindAt(place) === undefined) this.#key('<Ctrl-C>', place, now);
        this.#forget(now);
        return;
      case 'Ctrl-D':
        if (this.#pressed === '' && promptKindAt(place) !== 'host') this.#key('<Ctrl-D>', place, now);
        return;
      case 'Ctrl-Z':
        this.#add([commentLine.suspended]);
        this.#forget(now);
    }
  }

  /** Something else stands behind the prompt already, and nothing of what was pressed: `read -s` does not even show that a line has ended. */
  #goesOnUnseen({ place, pressed, wasSeen }: Ending): boolean {
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
    this.#place = undefined;
    this.#pressed = '';
    this.#lastLineAt = now;
  }

  /** `shown`: the line and its end, as the terminal drew it. */
  #finish({ place, pressed, wasSeen }: Ending, shown: string): void {
    const line = stripTerminal(shown).split('\n').at(-2) ?? '';
    const text = line.startsWith(place.prompt) ? line.slice(place.prompt.length).trimEnd() : line.trimEnd();
    // Text and Enter may have come at once, before any of it could be shown.
    const isSeen = wasSeen || pressed === '' || text === pressed.trimEnd();
    this.#add(isSeen ? typedLines(pressed === '' && !wasSeen ? '' : text, place) : unseenLines(place));
  }

  #line(): string {
    return stripTerminal(this.#screen).split('\n').at(-1) ?? '';
  }

  #add(lines: readonly string[]): void {
    if (this.#lines.length >= mostLines) return;
    this.#lines.push(...lines);
    if (this.#lines.length >= mostLines) this.#lines.push(commentLine.cut);
  }
}

/** A program takes the whole screen, or gives it back. */
const fullScreenSwitch = /(\x1b\[\?(?:1049|1047|47)[hl])/;
