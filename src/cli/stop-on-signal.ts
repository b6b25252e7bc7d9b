import { writeSync } from 'node:fs';

/** As shells count a program that Ctrl-C ended. */
const interruptedCode = 130;

/**
 * The first SIGINT or SIGTERM asks for an end, with a sentence; the second ends the process at once. `release` takes this back.
 */
export function stopOnSignal(sentence: string): { readonly stop: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(interruptedCode);
    controller.abort();
    try {
      writeSync(process.stderr.fd, `\n${sentence}\n`);
    } catch {
      return; // nobody listens any more; what was begun is ended all the same
    }
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stop: controller.signal,
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
