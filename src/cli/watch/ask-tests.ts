import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Fact } from '../../evidence/evidence';
import { factKey } from '../../evidence/request';
import type { TestsAsked } from '../../jest/answer-tests';
import { titlesIn } from '../../jest/jest-facts';
import { packageRoot } from '../package-root';
import type { Answers } from './course-tests';

/** Jest ends a test after seconds; whoever takes this long never answers. */
const longestMs = 120_000;

/**
 * Has a process of its own ask the tests: the screen stays alive meanwhile, whatever they do to theirs. Always answers; what could not be run has crashed, and
 * costs no point.
 */
export function askTests(asked: TestsAsked, signal: AbortSignal): Promise<Answers> {
  return new Promise((resolve) => {
    const child = fork(join(packageRoot, 'dist', 'jest', 'answer-tests.js'), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      signal,
      timeout: longestMs,
      killSignal: 'SIGKILL',
    });
    const unanswered = (): void => {
      resolve(crashed(asked));
    };
    child.once('message', (answers) => {
      resolve(answers as Answers); // as `answer-tests` sends them
      child.disconnect();
    });
    child.once('error', unanswered);
    child.once('exit', unanswered);
    child.send(asked, () => undefined);
  });
}

const texts = {
  fr: 'ce test ne rend jamais la main, ou n’a pas pu être lancé',
  en: 'this test never gives control back, or could not be run',
} as const;

const crashed = ({ labs }: TestsAsked): Answers =>
  Object.fromEntries(
    titlesIn(labs).map((title): [string, Fact] => [
      factKey({ fact: 'jest', title }),
      { value: { outcome: 'crashed', message: texts.en, texts } },
    ]),
  );
