import { join } from 'node:path';
import { loadLabs, type LoadedLabs } from '../grading/load-labs';
import { problemText } from '../spec/format-problems';
import type { Problem } from '../spec/problem';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';
import { findSubmission, type FoundSubmission } from './find-submission';
import type { ActionInputs } from './inputs';
import { packageFolder } from './package-folder';
import { lowPassMark, strictProblems } from './strict';
import { textOfInputProblem, words } from './words';

/** What a workflow asks to have graded. */
export interface AskedFor {
  readonly labs: LoadedLabs;
  /** Absent: the engine of the runner. */
  readonly found?: FoundSubmission;
}

/** The labs and what was handed in, or all that is wrong with them, in sentences that are not escaped. */
export function askedFor(inputs: ActionInputs): Result<AskedFor, readonly string[]> {
  const { language, evidenceFolder } = inputs;
  const isStrict = evidenceFolder !== undefined;
  const strict = isStrict ? strictProblems(inputs, packageFolder) : [];
  if (strict.length > 0) return err(strict.map((problem) => textOfInputProblem(problem, language)));
  const labs = loadLabs(inputs.labs, inputs.labsFolder ?? join(packageFolder, 'labs'), process.cwd());
  if (!labs.ok) return err(labs.error.map((problem) => textOf(problem, language)));
  const low = isStrict ? lowPassMark(inputs, labs.value) : undefined;
  if (low) return err([textOfInputProblem(low, language)]);
  const found = findSubmission(inputs, words[language]);
  if (!found.ok) return err([found.error]);
  return ok({ labs: labs.value, ...(found.value && { found: found.value }) });
}

const textOf = (problem: Problem, language: Language): string =>
  `${problem.file}: ${problemText(problem, language)}`;
