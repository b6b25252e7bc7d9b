import type { Early } from './ahead';
import { commentLine } from './words';

const mostLines = 450;

/** The lines of a session as they are recorded; those that were typed too early wait for the prompt that shows them. */
export class SessionText {
  readonly #lines: string[] = [commentLine.head];
  readonly #early: Early[] = [];

  get early(): readonly Early[] {
    return this.#early;
  }

  lastLine(): string {
    return this.#lines.at(-1) ?? '';
  }

  all(): readonly string[] {
    const lines = [...this.#lines, ...this.#early.flatMap((early) => early.lines)];
    const last = lines.at(-1);
    // Whoever plays the session leaves the terminal by closing it.
    return last === '$ exit' || last === '$ logout' ? lines.slice(0, -1) : lines;
  }

  /** `early`: how many of the lines that were typed too early come before. */
  add(lines: readonly string[], early = this.#early.length): void {
    const all = [...this.#early.splice(0, early).flatMap((each) => each.lines), ...lines];
    if (this.#lines.length >= mostLines) return;
    this.#lines.push(...all);
    if (this.#lines.length >= mostLines) this.#lines.push(commentLine.cut);
  }

  wait(early: Early, at = this.#early.length): void {
    this.#early.splice(at, 0, early);
  }

  /** One that waits no longer. */
  take(at: number): Early | undefined {
    return this.#early.splice(at, 1)[0];
  }
}
