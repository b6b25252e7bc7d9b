import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { err, ok, type Result } from '../../text/result';
import { readResult } from '../gradebook/read-result';
import {
  copyWhole,
  evidenceFile,
  idsIn,
  incompleteFile,
  isThere,
  makeFolder,
  maxResultBytes,
  namesIn,
  studentFile,
  studentsFolder,
  textOfFile,
  type FolderProblem,
} from '../results/files';
import { isComplete } from '../results/completeness';
import { choose, type Candidate } from './choose';

export type MergeProblem =
  | FolderProblem
  | { readonly code: 'merge.no-such-folder' | 'merge.not-empty'; readonly args: { readonly path: string } };

/** What is to be told of a merge; sorted by id. */
export interface Merged {
  readonly ids: readonly string[];
  readonly incomplete: readonly string[];
  /** More than one result of a student, and which file won. */
  readonly conflicts: readonly { readonly id: string; readonly winner: string; readonly losers: number }[];
  /** Files that are no results. */
  readonly damaged: readonly { readonly path: string; readonly code: string }[];
}

/** Puts the results of several folders into a new one, student by student; whatever the order of the folders, the same bytes. */
export function mergeFolders(folders: readonly string[], out: string): Result<Merged, MergeProblem> {
  if ((namesIn(out) ?? []).length > 0) return err({ code: 'merge.not-empty', args: { path: out } });
  const ids = new Set<string>();
  for (const folder of folders) {
    if (!namesIn(folder)) return err({ code: 'merge.no-such-folder', args: { path: folder } });
    for (const part of [studentsFolder(folder), join(folder, 'incomplete')]) {
      const there = idsIn(part);
      if (!there.ok) return there;
      for (const id of there.value) ids.add(id);
    }
  }
  const made = makeFolder(studentsFolder(out));
  if (!made.ok) return made;
  return mergeStudents([...ids].sort(), folders, out);
}

function mergeStudents(
  ids: readonly string[],
  folders: readonly string[],
  out: string,
): Result<Merged, FolderProblem> {
  const incomplete: string[] = [];
  const conflicts: Merged['conflicts'][number][] = [];
  const damaged: Merged['damaged'][number][] = [];
  const merged: string[] = [];
  for (const id of ids) {
    const [first, ...others] = candidatesOf(id, folders, damaged);
    if (!first) continue;
    const { winner, aside, losers } = choose([first, ...others]);
    const kept = keep(id, winner, aside, out);
    if (!kept.ok) return kept;
    merged.push(id);
    if (!isComplete(winner.result)) incomplete.push(id);
    if (losers.length > 0) conflicts.push({ id, winner: winner.path, losers: losers.length });
  }
  return ok({ ids: merged, incomplete, conflicts, damaged });
}

function candidatesOf(
  id: string,
  folders: readonly string[],
  damaged: Merged['damaged'][number][],
): readonly Candidate[] {
  const paths = folders.flatMap((folder) => [studentFile(folder, id), incompleteFile(folder, id)]);
  return paths.flatMap((path): Candidate[] => {
    const text = textOfFile(path, maxResultBytes);
    if (text === undefined) return [];
    const read = readResult(text, id);
    if (read.ok) return [{ result: read.value, sha256: sha256Of(text), path }];
    damaged.push({ path, code: read.error.code });
    return [];
  });
}

function keep(
  id: string,
  winner: Candidate,
  aside: Candidate | undefined,
  out: string,
): Result<void, FolderProblem> {
  const evidence = evidenceBeside(id, winner);
  if (evidence !== undefined) {
    const copied = copyWhole(evidence, evidenceFile(out, id));
    if (!copied.ok) return copied;
  }
  if (aside) {
    const copied = copyWhole(aside.path, incompleteFile(out, id));
    if (!copied.ok) return copied;
  }
  return copyWhole(winner.path, studentFile(out, id));
}

/** The evidence of an engine that the winner rests on, in its own folder. */
function evidenceBeside(id: string, { result, path }: Candidate): string | undefined {
  if (result.source?.kind !== 'engine' || result.source.sha256 === undefined) return undefined;
  const beside = evidenceFile(join(path, '..', '..'), id);
  return isThere(beside) ? beside : undefined;
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
