import type { Press } from './read-keys';
import { commentLine } from './words';

/** A line that was ended while no prompt was there: a program may read it, or the next shell. */
export interface Early {
  /** What was pressed; `undefined` where it was edited as well. */
  readonly pressed: string | undefined;
  /** What is recorded where no prompt shows it. */
  readonly lines: readonly string[];
}

/** What is pressed before the terminal has shown the end of the line before. */
export class Ahead {
  #pressed = '';
  #isEdited = false;

  /** Gives a line where one ends. */
  take(press: Press): Early | undefined {
    if (press.kind === 'text') this.#pressed += press.text;
    else if (press.kind === 'edit' || press.key !== 'Enter') this.#isEdited = true;
    else {
      const { pressed, isEdited } = this.begun() ?? { pressed: '', isEdited: false };
      return { pressed: isEdited ? undefined : pressed, lines: [commentLine.ahead] };
    }
    return undefined;
  }

  /** What of a line is there without its end, which is forgotten then. */
  begun(): { readonly pressed: string; readonly isEdited: boolean } | undefined {
    const begun = { pressed: this.#pressed, isEdited: this.#isEdited };
    this.#pressed = '';
    this.#isEdited = false;
    return begun.pressed === '' && !begun.isEdited ? undefined : begun;
  }
}
