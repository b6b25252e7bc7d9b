import type { Evidence } from '../evidence/evidence';
import { factKey } from '../evidence/request';
import { localeOf } from '../grading/locale';
import type { Lab } from '../spec/lab';
import type { Language } from '../text/language';
import { gradingRun } from './grading-run';
import { titlesIn } from './jest-facts';
import { runGraders } from './run-graders';

/** What `watch` sends to the process that this file is run in. */
export interface TestsAsked {
  readonly labs: readonly [Lab, ...Lab[]];
  readonly evidence: Evidence;
  readonly language: Language;
  readonly labsGrader: string;
  readonly graders: readonly string[];
}

/** Runs the hand-written tests that the labs name, sends what they came to, and ends with who asked. */
process.once('message', (asked) => {
  void answer(asked as TestsAsked); // as `askTests` sends it
});
process.once('disconnect', () => process.exit());

async function answer({ labs, evidence, language, labsGrader, graders }: TestsAsked): Promise<void> {
  const run = gradingRun(labs, language, (spoken) => localeOf(spoken).texts, Promise.resolve(evidence));
  const { evidence: told } = await runGraders(run, {
    labsGrader,
    graders,
    modules: __dirname,
    env: process.env,
    giveUp: () => process.exit(1),
  });
  const keys = titlesIn(labs).map((title) => factKey({ fact: 'jest', title }));
  process.send?.(Object.fromEntries(keys.map((key) => [key, told.facts[key]])));
}
