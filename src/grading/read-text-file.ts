import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '../text/result';
import { decodeText } from '../text/decode-text';
import { nearPath, storedPath } from './stored-path';
import { noPlainFile, noText, troubleOf } from '../text/file-trouble';

export interface TextFileProblem {
  readonly code: 'unreadable' | 'too-large';
  readonly detail: string;
  /** What may have been meant by a path that leads nowhere. */
  readonly near?: string;
}

/** A plain file of at most so many bytes, as text, whichever of its encodings the editor or the shell wrote it in. */
export function readTextFile(file: string, maxBytes: number): Result<string, TextFileProblem> {
  try {
    // A pipe would be waited for, and a device has no end.
    const handle = openSync(storedPath(file), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return err({ code: 'unreadable', detail: noPlainFile });
      const { size } = stat;
      if (size > maxBytes) return err({ code: 'too-large', detail: String(size) });
      const text = decodeText(readFileSync(handle));
      return text === undefined ? err({ code: 'unreadable', detail: noText }) : ok(text);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const detail = troubleOf(error);
    const near = detail === 'ENOENT' ? nearPath(file, file) : undefined;
    return err({ code: 'unreadable', detail, ...(near !== undefined && { near }) });
  }
}
