import { writeSync } from 'node:fs';

/** On standard error, without the event loop, which may never turn again. */
export function sayNow(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    return; // nobody listens any more, and there is nobody else to tell
  }
}
