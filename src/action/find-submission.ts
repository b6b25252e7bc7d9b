import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../text/result';
import type { SubmissionKind } from './grade-arguments';
import { submissionKind } from './submission-kind';
import type { Words } from './words';
import { troubleOf } from '../text/file-trouble';

/** What was handed in, if anything: told by its beginning. */
export function findSubmission(
  file: string | undefined,
  { unreadable, unknownSubmission }: Words,
): Result<SubmissionKind | undefined, string> {
  if (file === undefined) return ok(undefined);
  try {
    if (statSync(file).isDirectory()) return ok('replay');
    const kind = submissionKind(beginningOf(file));
    return kind === undefined ? err(unknownSubmission(file)) : ok(kind);
  } catch (error) {
    return err(unreadable(file, troubleOf(error)));
  }
}

function beginningOf(file: string): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.subarray(0, readSync(opened, bytes)).toString('utf8');
  } finally {
    closeSync(opened);
  }
}
