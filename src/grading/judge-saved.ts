import { err, ok, type Result } from '../text/result';
import type { EvidenceFileProblem } from './evidence-file';

/**
 * Judges what was read from a file. What a fact holds is as wide as what engines answer, so a file is not held to a schema: where it holds what no engine
 * answers (a number for a name, a text for a list), judging or telling of it breaks, and then the file is damaged or forged. Evidence of our own never comes here.
 */
export function judgeSaved<T>(file: string, judge: () => T): Result<T, EvidenceFileProblem> {
  try {
    return ok(judge());
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return err({ code: 'evidence.damaged', args: { file, detail: error.message } });
  }
}
