import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { decodeLeniently } from '../text/decode-text';
import { storedPath } from '../grading/stored-path';
import { noPlainFile, troubleOf } from '../text/file-trouble';
import { err, ok, type Result } from '../text/result';
import type { ActionInputs } from './inputs';
import { fileWithin } from './strict';
import { submissionKind, type SubmissionKind } from './submission-kind';
import type { Words } from './words';

/** What was handed in, told by its beginning, and the file that it was read from. */
export interface FoundSubmission {
  readonly kind: SubmissionKind;
  readonly path: string;
}

/** Where a folder for evidence is given nothing else is taken, and nothing out of that folder. */
export function findSubmission(
  { submission: file, evidenceFolder }: Pick<ActionInputs, 'submission' | 'evidenceFolder'>,
  { unreadable, unknownSubmission, outside, onlyEvidence }: Words,
): Result<FoundSubmission | undefined, string> {
  if (file === undefined) return ok(undefined);
  try {
    const path = evidenceFolder === undefined ? storedPath(file) : fileWithin(evidenceFolder, file);
    if (path === undefined) return err(outside(file));
    const kind = kindOf(path);
    if (kind === 'no-plain-file') return err(unreadable(file, noPlainFile));
    if (evidenceFolder !== undefined && kind !== 'evidence') return err(onlyEvidence(file));
    return kind === undefined ? err(unknownSubmission(file)) : ok({ kind, path });
  } catch (error) {
    return err(unreadable(file, troubleOf(error)));
  }
}

function kindOf(path: string): SubmissionKind | 'no-plain-file' | undefined {
  if (statSync(path).isDirectory()) return 'replay';
  // A pipe would be waited for, and a device has no beginning.
  const opened = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(opened).isFile()) return 'no-plain-file';
    const bytes = Buffer.alloc(4096);
    // The last character may be half a one.
    return submissionKind(decodeLeniently(bytes.subarray(0, readSync(opened, bytes))));
  } finally {
    closeSync(opened);
  }
}
