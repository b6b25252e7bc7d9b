/** How many columns a character takes. */
export type Measure = (character: string) => number;

interface Row {
  readonly cells: string[];
}

/** More rows than a line that somebody edits by hand takes. */
const mostRows = 400;

/**
 * The part of a terminal in which one line is edited, from the first row of its prompt on, at one width. Whoever draws it knows the width,
 * and never moves beyond what was drawn: where that happens, the width is another one, and `isImpossible` is set.
 */
export class Screen {
  readonly #width: number;
  readonly #measure: Measure;
  readonly #rows: Row[] = [{ cells: [] }];
  #row = 0;
  #column = 0;
  #inserting = 0;
  /** The first row of what is edited: after a list of completions it is drawn anew below. */
  #start = 0;
  isImpossible = false;

  constructor(width: number, measure: Measure) {
    this.#width = width;
    this.#measure = measure;
  }

  write(text: string): void {
    for (const character of text) {
      const columns = this.#measure(character);
      // It joins the character before.
      if (columns === 0) this.#join(character);
      else this.#put(character, columns);
    }
  }

  /** `false`: the line ends here, since there is no row below. */
  lineFeed(): boolean {
    if (this.isAtBottom()) return false;
    this.#row += 1;
    this.#column = Math.min(this.#column, this.#width - 1);
    return true;
  }

  /** What follows is drawn below all that there is. */
  openRow(): void {
    this.#row += 1;
    this.#column = Math.min(this.#column, this.#width - 1);
    if (this.#row === this.#rows.length) this.#addRow();
  }

  /** What was drawn before is no part of the line: it begins here. */
  restart(): void {
    this.#start = this.#row;
  }

  carriageReturn(): void {
    this.#column = 0;
  }

  left(count: number): void {
    // A column beyond the last one waits for the next character to wrap.
    this.#column = Math.min(this.#column, this.#width - 1) - count;
    if (this.#column < 0) this.#fail();
  }

  right(count: number): void {
    this.#column += count;
    if (this.#column > this.#current().cells.length) this.#fail();
  }

  up(count: number): void {
    this.#row -= count;
    if (this.#row < this.#start) this.#fail();
  }

  down(count: number): void {
    this.#row += count;
    if (this.#row >= this.#rows.length) this.#fail();
  }

  toColumn(column: number): void {
    this.#column = column;
    if (column > this.#current().cells.length) this.#fail();
  }

  eraseLine(what: number): void {
    this.#touch();
    const { cells } = this.#current();
    if (what === 0) cells.length = Math.min(cells.length, this.#column);
    else if (what === 2) cells.length = 0;
    else cells.fill(' ', 0, Math.min(cells.length, this.#column + 1));
  }

  eraseBelow(): void {
    this.eraseLine(0);
    this.#rows.length = this.#row + 1;
  }

  eraseAll(): void {
    this.#rows.splice(0, this.#rows.length, { cells: [] });
    this.#row = 0;
    this.#column = 0;
    this.#start = 0;
  }

  delete(count: number): void {
    this.#touch();
    this.#current().cells.splice(this.#column, count);
  }

  insert(count: number): void {
    this.#touch();
    this.#inserting = count;
  }

  eraseCharacters(count: number): void {
    const { cells } = this.#current();
    cells.fill(' ', this.#column, Math.min(cells.length, this.#column + count));
  }

  /** What stands from the line's first row to its last one, row by row; those that are full go on in the next one. `marksBreaks`: their last sign says so. */
  lines({ marksBreaks }: { readonly marksBreaks: boolean }): readonly string[] {
    const lines: string[] = [];
    let begun = '';
    for (const { cells } of this.#rows.slice(this.#start)) {
      const isFull = cells.length >= this.#width;
      begun += (isFull && marksBreaks ? cells.slice(0, -1) : cells).join('');
      // Drawing all anew, bash goes to the next row itself where one is full.
      if (isFull) continue;
      lines.push(begun);
      begun = '';
    }
    return [...lines, begun];
  }

  /** The cursor is at the beginning of a row that has nothing on it, and nothing below. */
  isFresh(): boolean {
    return this.#column === 0 && this.#current().cells.length === 0 && this.isAtBottom();
  }

  /** No row below has anything on it; a shell that has filled a row begins the next one with a blank. */
  isAtBottom(): boolean {
    return this.#rows.every(({ cells }, index) => index <= this.#row || cells.join('').trim() === '');
  }

  hasRowBelow(): boolean {
    return this.#row < this.#rows.length - 1;
  }

  #put(character: string, columns: number): void {
    if (this.#column + columns > this.#width) this.#wrap();
    const { cells } = this.#current();
    while (cells.length < this.#column) cells.push(' ');
    this.#touch();
    // A character that takes more than one column has empty cells behind it.
    const drawn = [character, ...Array<string>(columns - 1).fill('')];
    if (this.#inserting > 0) {
      cells.splice(this.#column, 0, ...drawn);
      this.#inserting -= columns;
      cells.length = Math.min(cells.length, this.#width);
    } else cells.splice(this.#column, columns, ...drawn);
    this.#column += columns;
  }

  /** Nobody edits in the middle of a character. */
  #touch(): void {
    if (this.#current().cells[this.#column] === '') this.#fail();
  }

  #join(character: string): void {
    const { cells } = this.#current();
    const at = this.#column - 1;
    if (cells[at] !== undefined) cells[at] += character;
  }

  #wrap(): void {
    this.#row += 1;
    this.#column = 0;
    if (this.#row === this.#rows.length) this.#addRow();
  }

  #addRow(): void {
    this.#rows.push({ cells: [] });
    if (this.#rows.length > mostRows) this.#fail();
  }

  #current(): Row {
    const row = this.#rows[this.#row];
    if (row) return row;
    this.#fail();
    return { cells: [] };
  }

  #fail(): void {
    this.isImpossible = true;
    this.#row = Math.max(this.#start, Math.min(this.#row, this.#rows.length - 1));
    this.#column = Math.max(0, Math.min(this.#column, this.#width));
  }
}
