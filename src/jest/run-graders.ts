import type { Evidence } from '../evidence/evidence';
import type { LabVerdict } from '../judge/verdict';
import { resolve } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type * as Jest from '@jest/core';
import { cacheFolder, type CacheFolder } from './cache-folder';
import { findGraders, gradersFor } from './grader-files';
import { isLabsGrader } from './grader-order';
import type { GradingRun } from './grading-run';
import { jestArguments, testDeadlineMs } from './jest-arguments';
import { titlesIn, withJestFacts, withUnrunTests } from './jest-facts';
import { loadJest } from './load-jest';
import { beginRun, endRun } from './run-state';
import { newState } from './sandbox-port';
import { startWatchdog } from './watchdog';

export interface GraderOptions {
  /** The grader that ships and runs all labs. */
  readonly labsGrader: string;
  /** Folders of hand-written graders, or single files. */
  readonly graders: readonly string[];
  /** The built modules that Jest loads by path. */
  readonly modules: string;
  readonly testNamePattern?: string;
  readonly env: NodeJS.ProcessEnv;
  /** Settles when the engine has been asked all that takes it long: loading Jest blocks this process, so that comes afterwards. */
  readonly asked?: Promise<void>;
  /** Called when a grader never gives control back; has to end the process. */
  readonly giveUp: () => never;
}

/** What the labs are graded by. */
export interface GraderOutcomes {
  /** With a fact for each hand-written test that a lab names. */
  readonly evidence: Evidence;
  readonly verdicts: readonly LabVerdict[];
  /** Jest's own count of tests, hand-written ones included. */
  readonly tests: { readonly passed: number; readonly failed: number; readonly pending: number };
}

/** An engine that has not answered the first questions by then is slower than Jest anyway. */
const longestPauseMs = 150;

/**
 * Runs Jest in this process: hand-written graders that the labs name, then all labs. Call it before the evidence is there: the two
 * overlap. Rejects as the evidence does, or when Jest itself breaks.
 */
export async function runGraders(run: GradingRun, options: GraderOptions): Promise<GraderOutcomes> {
  const titles = titlesIn(run.labs);
  const handWritten = titles.length > 0 ? gradersFor(titles, findGraders(options.graders)) : [];
  const files = [...handWritten.map(({ path }) => path), options.labsGrader].map((path) => resolve(path));
  // It may reject before anything waits for it; it is awaited below, and by every sandbox.
  run.evidence.catch(() => undefined);
  const state = newState(run);
  beginRun(state);
  const watchdog = handWritten.length > 0 ? startWatchdog(testDeadlineMs * 2, options.giveUp) : undefined;
  try {
    // Without an engine there is nothing to load Jest for: the race then ends as the evidence does.
    await Promise.race([run.evidence, options.asked, pause(longestPauseMs, undefined, { ref: false })]);
    // A connection that was opened is only written to in a later turn of the event loop, and loading Jest does not give one.
    await nextTurn();
    const cache = cacheFolder(options.env);
    if (!cache) return await withoutJest(run);
    const results = await runJest(files, cache, options);
    const evidence = withJestFacts(await run.evidence, state);
    return {
      evidence,
      verdicts: run.verdicts(evidence),
      tests: {
        passed: results.numPassedTests,
        failed: results.numFailedTests,
        pending: results.numPendingTests + results.numTodoTests,
      },
    };
  } finally {
    watchdog?.();
    endRun();
  }
}

type Results = Awaited<ReturnType<typeof Jest.runCLI>>['results'];

async function runJest(
  files: readonly string[],
  cache: CacheFolder,
  { labsGrader, modules, testNamePattern }: GraderOptions,
): Promise<Results> {
  const { runCLI } = loadJest(process.env);
  const argv = jestArguments({
    files,
    modules,
    cacheDirectory: cache.path,
    ...(testNamePattern !== undefined && { testNamePattern }),
  });
  try {
    // For any other folder Jest would look for a configuration there and take ours for that of a project in it.
    const { results } = await runCLI(argv, [process.cwd()]);
    const labs = results.testResults.find(({ testFilePath }) => isLabsGrader(testFilePath));
    if (!labs || labs.testExecError)
      throw new Error(`Jest could not run ${labsGrader}: ${labs?.failureMessage ?? 'it was not started'}`);
    return results;
  } finally {
    cache.release();
  }
}

/** Where nothing can be written Jest cannot run; the labs are judged without it, and only its own tests are not known. */
async function withoutJest(run: GradingRun): Promise<GraderOutcomes> {
  const why = {
    fr: 'Jest n’a pas été lancé : ni son dossier de cache, ni le dossier temporaire n’acceptent d’écriture, ou ils sont pleins',
    en: 'Jest was not run: neither its cache folder nor the temporary folder can be written, or both are full',
  };
  const evidence = withUnrunTests(await run.evidence, run.labs, why);
  return { evidence, verdicts: run.verdicts(evidence), tests: { passed: 0, failed: 0, pending: 0 } };
}
