import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '../text/result';

export interface TextFileProblem {
  readonly code: 'unreadable' | 'too-large';
  readonly detail: string;
}

/** A file of at most so many bytes, as text. */
export function readTextFile(file: string, maxBytes: number): Result<string, TextFileProblem> {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size > maxBytes) return err({ code: 'too-large', detail: String(size) });
      return ok(readFileSync(handle, 'utf8'));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return err({ code: 'unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}
