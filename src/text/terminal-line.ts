// Inserting or deleting moves all that follows the cursor; nobody edits lines that long by hand.
const MAX_TAIL = 1024;
// Columns. No terminal that a student works in is narrower.
const MIN_TERMINAL = 40;

/** One line of a terminal while it is being written and edited: characters and a cursor. */
export class TerminalLine {
  private cells: string[] = [];
  private cursor = 0;
  private inserting = 0;
  private hasInk = false;

  isEmpty(): boolean {
    return this.cells.length === 0;
  }

  /** Writes at the cursor: over what is there, or between when an insertion was announced. */
  write(text: string): void {
    for (const character of text) {
      if (this.inserting > 0 && this.tail() <= MAX_TAIL) this.cells.splice(this.cursor, 0, character);
      else this.cells[this.cursor] = character;
      this.inserting = Math.max(0, this.inserting - 1);
      this.cursor += 1;
      this.hasInk ||= character !== ' ';
    }
  }

  left(count: number): void {
    this.cursor = Math.max(0, this.cursor - count);
  }

  /** Obeys a control sequence that edits the line; any other changes nothing. */
  edit(final: string, count: number): void {
    if (final === 'D') this.left(Math.max(1, count));
    else if (final === 'C') this.right(Math.max(1, count));
    else if (final === 'G') this.cursor = Math.min(Math.max(0, count - 1), this.cells.length);
    else if (final === 'P') this.delete(Math.max(1, count));
    else if (final === '@') this.inserting = Math.max(1, count);
    else if (final === 'K' || final === 'J') this.erase(count);
  }

  /**
   * Whether a carriage return here only wraps the line, as bash does when typing reaches the terminal's edge: it writes one blank
   * too many, which is taken back. Shorter lines are progress messages, which end in blanks to wipe what they replace.
   */
  continueWrapped(): boolean {
    const isAtEnd = this.cursor === this.cells.length && this.cells.at(-1) === ' ';
    if (this.cells.length < MIN_TERMINAL || !isAtEnd || !this.hasInk) return false;
    this.cells.pop();
    this.cursor -= 1;
    return true;
  }

  /** Ends the line and starts an empty one; gives its text, without the blanks that erasing left behind the cursor. */
  end(): string {
    const behind = this.cells.slice(this.cursor).join('');
    return this.restart(this.cells.slice(0, this.cursor).join('') + (behind.trim() === '' ? '' : behind));
  }

  /** The text left of the cursor. */
  upToCursor(): string {
    return this.cells.slice(0, this.cursor).join('');
  }

  private restart(text: string): string {
    this.cells = [];
    this.cursor = 0;
    this.inserting = 0;
    this.hasInk = false;
    return text;
  }

  private right(count: number): void {
    // A program that skips blanks this way separates words: one blank is kept, not `count`, so that no recording can grow.
    if (this.cursor === this.cells.length) this.write(' ');
    else this.cursor = Math.min(this.cursor + count, this.cells.length);
  }

  private delete(count: number): void {
    if (this.tail() <= MAX_TAIL) this.cells.splice(this.cursor, count);
  }

  private erase(what: number): void {
    if (what === 0) this.cells.length = this.cursor;
    else if (what === 2) this.restart('');
    else if (what === 1) this.cells.fill(' ', Math.max(0, this.cursor - MAX_TAIL), this.cursor);
  }

  private tail(): number {
    return this.cells.length - this.cursor;
  }
}
