import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../text/json';

/** Appends lines; small ones of several processes do not mix. False where nothing can be kept: grading goes on without memory. */
export function appendLines(path: string, lines: readonly JsonObject[], folderMode = 0o700): boolean {
  if (lines.length === 0) return true;
  const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NOFOLLOW;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: folderMode });
    const handle = openSync(path, flags, 0o644);
    try {
      appendFileSync(handle, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    } finally {
      closeSync(handle);
    }
    return true;
  } catch {
    return false; // read-only, full, or not ours
  }
}

/** The text of a plain file; `undefined` where there is none that can be read, or one of more than `maxBytes`. */
export function readSmallFile(path: string, maxBytes: number): string | undefined {
  try {
    // Neither a link into somewhere else nor a pipe that would be waited for.
    const handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      return stat.isFile() && stat.size <= maxBytes ? readFileSync(handle, 'utf8') : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined; // nothing is remembered
  }
}

/** Bytes of a file; 0 where there is none that can be looked at. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0; // absent, or in a folder that is none
  }
}

/** Puts other lines in place of a file's, whole or not at all. */
export function replaceLines(path: string, lines: readonly JsonObject[], mode = 0o644): boolean {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode });
    renameSync(unfinished, path);
    return true;
  } catch {
    return false; // the old lines stay
  }
}

/** One object a line. A last line without its end was cut off while it was written and is left out; any other bad line is `undefined`. */
export function parseLines(text: string): (JsonObject | undefined)[] {
  const lines = text.split('\n');
  lines.pop();
  return lines.map((line) => {
    try {
      const value = JSON.parse(line) as Json; // what JSON.parse gives is JSON
      return isJsonObject(value) ? value : undefined;
    } catch {
      return undefined; // the caller says what that means
    }
  });
}
