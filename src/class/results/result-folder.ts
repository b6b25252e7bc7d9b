import { createHash } from 'node:crypto';
import { ok, type Result } from '../../text/result';
import type { ClassResult } from '../class-result';
import { readResult } from '../gradebook/read-result';
import { badEntryPrefix } from '../roster/roster';
import { isComplete, isSameResult } from './completeness';
import {
  evidenceFile,
  idsIn,
  incompleteFile,
  maxResultBytes,
  removeFile,
  studentFile,
  studentsFolder,
  textOfFile,
  writeWhole,
  type FolderProblem,
} from './files';
import { resultText } from './result-text';

/** Reads a student's file of results; undefined where there is none that is one. */
export function resultIn(path: string, id: string): ClassResult | undefined {
  const text = textOfFile(path, maxResultBytes);
  const result = text === undefined ? undefined : readResult(text, id);
  return result?.ok ? result.value : undefined;
}

/**
 * Keeps a result in `students/<id>.json`. One without a mark never takes the place of one with a mark: it is put into `incomplete/<id>.json`, and
 * leaves there when there is a mark again. What has not changed but for the time is left alone.
 */
export function saveResult(
  folder: string,
  result: ClassResult,
  previous: ClassResult | undefined,
): Result<void, FolderProblem> {
  const { id } = result.student;
  if (!isComplete(result) && previous && isComplete(previous)) {
    const aside = incompleteFile(folder, id);
    return keepIn(aside, result, resultIn(aside, id));
  }
  const saved = keepIn(studentFile(folder, id), result, previous);
  return saved.ok && isComplete(result) ? removeFile(incompleteFile(folder, id)) : saved;
}

const keepIn = (
  path: string,
  result: ClassResult,
  previous: ClassResult | undefined,
): Result<void, FolderProblem> =>
  previous && isSameResult(previous, result) ? ok(undefined) : writeWhole(path, resultText(result));

/** Keeps what was seen of an engine, so that it can be judged again, and says its SHA-256. */
export function saveEvidenceText(folder: string, id: string, text: string): Result<string, FolderProblem> {
  const saved = writeWhole(evidenceFile(folder, id), text);
  return saved.ok ? ok(createHash('sha256').update(text).digest('hex')) : saved;
}

/**
 * Compares a folder with a roster: entries that were once unusable and are no longer there have no file any more (it held no mark);
 * students who are not in the roster are told, and kept.
 */
export function sweep(folder: string, ids: ReadonlySet<string>): Result<readonly string[], FolderProblem> {
  const there = idsIn(studentsFolder(folder));
  if (!there.ok) return there;
  const strangers: string[] = [];
  for (const id of there.value.filter((one) => !ids.has(one))) {
    if (!id.startsWith(badEntryPrefix)) strangers.push(id);
    else {
      const removed = removeFile(studentFile(folder, id));
      if (!removed.ok) return removed;
    }
  }
  return ok(strangers);
}
