import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { AnswerProblem } from '../../evidence/facts';
import { err, ok, type Result } from '../../text/result';
import { storedPath } from '../stored-path';
import { parseAnswers, type Answers } from './parse-answers';

/** Far more than a few lines of answers. */
export const maxAnswersBytes = 64 * 1024;

/** Reads a lab's answers file; without one there are no answers, which is no problem. */
export function readAnswers(path: string): Result<Answers, AnswerProblem> {
  const file = readAnswersFile(path);
  if (!file.ok) return file;
  return file.value === undefined ? ok(new Map()) : parseAnswers(file.value);
}

/** Its bytes; `undefined` where there is no file. */
export function readAnswersFile(path: string): Result<Buffer | undefined, AnswerProblem> {
  let handle: number;
  try {
    // A pipe would be waited for.
    handle = openSync(storedPath(path), constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException; // what node:fs throws
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? ok(undefined)
      : err({ kind: 'unreadable', detail: code });
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return err({ kind: 'unreadable', detail: stat.isDirectory() ? 'EISDIR' : 'ENOTSUP' });
    const buffer = Buffer.alloc(maxAnswersBytes + 1);
    const length = readSync(handle, buffer, 0, buffer.length, 0);
    if (length > maxAnswersBytes) return err({ kind: 'too-large' });
    return ok(buffer.subarray(0, length));
  } catch (error) {
    return err({ kind: 'unreadable', detail: (error as NodeJS.ErrnoException).code ?? String(error) });
  } finally {
    closeSync(handle);
  }
}
