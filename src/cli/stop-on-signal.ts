import { exitCodes } from '../grading/exit-code';
import { onEndSignals } from './end-signals';
import { sayNow } from './say-now';

/**
 * The first signal asks for an end, with a sentence; the second ends the process at once. `release` takes this back.
 */
export function stopOnSignal(sentence: string): { readonly stop: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const release = onEndSignals(() => {
    if (controller.signal.aborted) process.exit(exitCodes.incomplete);
    controller.abort();
    sayNow(`\n${sentence}\n`);
  });
  return { stop: controller.signal, release };
}
