import { kinds } from '../checks/registry';
import { findLabs, readLabFile, type FoundLab } from './lab-files';
import type { Lab } from '../spec/lab';
import { loadLab, warningsIn } from '../spec/load-lab';
import { fileProblem, type Problem } from '../spec/problem';
import { err, ok, type Result } from '../text/result';

/** A lab and the file that it was read from, as an absolute path. */
export interface LoadedLab {
  readonly lab: Lab;
  readonly path: string;
}
/** At least one. */
export type LoadedLabs = readonly [LoadedLab, ...LoadedLab[]];

/** A lab that was found, read; or all that is wrong with it. */
export function loadOne({ path, file, problem }: FoundLab): Result<Lab, readonly Problem[]> {
  if (problem) return err([problem]);
  const read = readLabFile(path, file);
  return read.ok ? loadLab({ ...read.value, file, kinds }) : err([read.error]);
}

/** What a lab that can be read should tell its author all the same. */
export function warningsOf({ path, file }: FoundLab): readonly Problem[] {
  const read = readLabFile(path, file);
  return read.ok ? warningsIn({ ...read.value, file, kinds }) : [];
}

/** Results, answers and marks are told apart by it. */
export const sameId = (file: string, id: string, other: string): Problem =>
  fileProblem(file, 'lab.same-id', { id, other });

/** The labs that are meant (by id or path; without names all of the folder), or every problem of all of them. */
export function loadLabs(
  names: readonly string[],
  folder: string,
  cwd: string,
): Result<LoadedLabs, readonly Problem[]> {
  const found = findLabs(names, folder, cwd);
  if (!found.ok) return found;
  const problems: Problem[] = [];
  const loaded: LoadedLab[] = [];
  for (const one of found.value) {
    const lab = loadOne(one);
    const twin = lab.ok ? loaded.find((other) => other.lab.id === lab.value.id) : undefined;
    if (!lab.ok) problems.push(...lab.error);
    else if (twin) problems.push(sameId(one.file, lab.value.id, twin.lab.file));
    else loaded.push({ lab: lab.value, path: one.path });
  }
  const [first, ...others] = loaded;
  return problems.length > 0 || first === undefined ? err(problems) : ok([first, ...others]);
}
