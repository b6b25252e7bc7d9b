import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { LoadedLabs } from '../grading/load-labs';
import { storedPath } from '../grading/stored-path';
import type { ActionInputs, InputProblem } from './inputs';

/**
 * What may not be asked for where the grade is attested (`evidence-folder`): whoever writes these inputs may be who is graded. Labs are ids of those that
 * ship, and nothing else of theirs decides.
 */
export function strictProblems(inputs: ActionInputs, packageFolder: string): readonly InputProblem[] {
  const ids = readdirSync(join(packageFolder, 'labs')).sort();
  const labs = inputs.labs
    .filter((lab) => !ids.includes(lab))
    .map((value) => ({ input: 'labs', value, expected: ids.join(' ') }));
  const foreign = Object.entries({
    'labs-folder': inputs.labsFolder,
    'graders-folder': inputs.gradersFolder,
    answers: inputs.answers,
  }).flatMap(([input, value]) => (value === undefined ? [] : [{ input, value, expected: '""' }]));
  return [...labs, ...foreign];
}

/** A pass mark may be raised, not lowered: a report that says `reached` for nothing would be attested. */
export function lowPassMark({ passMark }: ActionInputs, labs: LoadedLabs): InputProblem | undefined {
  const most = Math.max(...labs.map(({ lab }) => lab.pass));
  return passMark === undefined || passMark >= most
    ? undefined
    : { input: 'pass-mark', value: String(passMark), expected: `≥ ${most}` };
}

/** The file, where it is in the folder with all links followed; undefined where it leads out of it. Throws what the system says of a path. */
export function fileWithin(folder: string, file: string): string | undefined {
  const base = realpathSync(resolve(folder));
  const found = realpathSync(storedPath(resolve(base, file)));
  const way = relative(base, found);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) ? undefined : found;
}
