import { kinds } from '../checks/registry';
import { findLabs, readLabFile } from './lab-files';
import type { Lab } from '../spec/lab';
import { loadLab } from '../spec/load-lab';
import type { Problem } from '../spec/problem';
import { err, ok, type Result } from '../text/result';

/** A lab and the file that it was read from, as an absolute path. */
export interface LoadedLab {
  readonly lab: Lab;
  readonly path: string;
}
/** At least one. */
export type LoadedLabs = readonly [LoadedLab, ...LoadedLab[]];

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
  for (const { path, file } of found.value) {
    const read = readLabFile(path, file);
    const lab = read.ok ? loadLab({ ...read.value, file, kinds }) : err([read.error]);
    if (lab.ok) loaded.push({ lab: lab.value, path });
    else problems.push(...lab.error);
  }
  const [first, ...others] = loaded;
  return problems.length > 0 || first === undefined ? err(problems) : ok([first, ...others]);
}
