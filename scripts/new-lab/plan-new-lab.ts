import { err, ok, type Result } from '../../src/text/result';
import type { PlannedFile } from '../new/run-new';
import { isLabName, suggestName } from './suggest-name';
import { labFile, readme, referenceSession, wrongSession } from './templates';

export type LabProblem =
  | { readonly code: 'bad-name'; readonly name: string; readonly suggested: string | undefined }
  | { readonly code: 'exists'; readonly folder: string };

/** Files of a new lab, or why there can be none. Nothing that is there is ever written over. */
export function planNewLab(
  name: string,
  exists: (path: string) => boolean,
): Result<readonly PlannedFile[], LabProblem> {
  if (!isLabName(name)) return err({ code: 'bad-name', name, suggested: suggestName(name) });
  const folder = `labs/${name}`;
  if (exists(folder)) return err({ code: 'exists', folder });
  return ok([
    { path: `${folder}/lab.yaml`, text: labFile(name) },
    { path: `${folder}/README.md`, text: readme(name, 'fr') },
    { path: `${folder}/README.en.md`, text: readme(name, 'en') },
    { path: `${folder}/sessions/reference.session`, text: referenceSession },
    { path: `${folder}/sessions/wrong/ports-swapped.session`, text: wrongSession(name) },
  ]);
}
