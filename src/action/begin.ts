import { writeSync } from 'node:fs';
import { endUnknown } from '../grading/end-unknown';
import { exitCodes } from '../grading/exit-code';
import { troubleOf } from '../text/file-trouble';
import { words } from './words';
import { annotation } from './workflow-log';

// Imported before all else, for what it does: however this step ends, it could not grade unless `endStep` says otherwise.
process.on('exit', endUnknown);
// What is rejected and waited for by nobody comes as an exception, too.
process.on('uncaughtException', (error) => {
  const language = process.env['INPUT_LANGUAGE'] === 'en' ? 'en' : 'fr';
  const detail = (troubleOf(error).split('\n')[0] ?? '').slice(0, 300);
  sayNow(annotation('error', words[language].broke(detail)));
  process.exit(exitCodes.incomplete);
});

/** What the step came to. It ends by itself, when all that was printed has left it. */
export function endStep(code: number): void {
  process.off('exit', endUnknown);
  process.exitCode = code;
}

function sayNow(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    return; // nobody listens any more, and there is nobody else to tell
  }
}
