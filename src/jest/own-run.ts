import type { Lab } from '../spec/lab';
import type { Evidence } from '../evidence/evidence';
import { readEvidence } from '../grading/evidence-file';
import { localeOf } from '../grading/locale';
import { loadLabs, type LoadedLabs } from '../grading/load-labs';
import { lookFromHere } from '../grading/look-from-here';
import { textOfFault } from '../messages/render';
import { problemText } from '../spec/format-problems';
import { languageFrom } from '../text/language';
import { gradingRun } from './grading-run';
import { newState } from './sandbox-port';
import type { RunState } from './run-state';

/** The run of a plain `npx jest --selectProjects grade`: labs of `VIGIE_LABS` (separated by commas) or all, evidence of `VIGIE_EVIDENCE` or the engine. */
export function startOwnRun(): Promise<RunState> {
  const { env } = process;
  const language = languageFrom(env);
  const { texts } = localeOf(language);
  const names = (env['VIGIE_LABS'] ?? '').split(',').filter((name) => name !== '');
  const labs = loadLabs(names, env['VIGIE_LABS_FOLDER'] ?? 'labs', process.cwd());
  if (!labs.ok)
    return Promise.reject(
      new Error(labs.error.map((problem) => `${problem.file}: ${problemText(problem, language)}`).join('\n')),
    );
  const [first, ...others] = labs.value.map(({ lab }) => lab) as [Lab, ...Lab[]];
  const evidence = env['VIGIE_EVIDENCE'] === undefined ? look(labs.value) : saved(env['VIGIE_EVIDENCE']);
  return Promise.resolve(
    newState(gradingRun([first, ...others], language, (spoken) => localeOf(spoken).texts, evidence)),
  );

  async function look(loaded: LoadedLabs): Promise<Evidence> {
    const found = await lookFromHere(loaded, {}, new AbortController().signal);
    if (found.ok) return found.value;
    const { says, hint } = textOfFault(found.error, texts);
    throw new Error(hint === undefined ? says : `${says}\n${hint}`);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a promise, so that trouble comes the same way as from the engine
  async function saved(file: string): Promise<Evidence> {
    const found = readEvidence(file);
    if (found.ok) return found.value;
    throw new Error(`${found.error.code}: ${found.error.args.file} ${found.error.args.detail}`);
  }
}
