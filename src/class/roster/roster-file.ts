import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { storedPath } from '../../grading/stored-path';
import type { Language } from '../../text/language';
import { decodeText } from '../../text/decode-text';
import { err, type Result } from '../../text/result';
import type { RosterProblem } from './problem';
import { readRoster } from './read-roster';
import type { Roster } from './roster';

export const maxRosterBytes = 8 * 1024 * 1024;

/** Reads a roster's file. `shown` is its path for people. */
export function readRosterFile(
  path: string,
  shown: string,
  language: Language,
): Result<Roster, readonly RosterProblem[]> {
  const whole = (problem: RosterProblem): Result<never, readonly RosterProblem[]> => err([problem]);
  try {
    // A pipe would be waited for.
    const handle = openSync(storedPath(path), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return whole({ code: 'roster.not-a-file', args: {}, file: shown });
      if (stat.size > maxRosterBytes)
        return whole({ code: 'roster.too-large', args: { limit: maxRosterBytes }, file: shown });
      const text = decodeText(readFileSync(handle));
      return text === undefined
        ? whole({ code: 'roster.binary', args: {}, file: shown })
        : readRoster(text, shown, language);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    return whole({ code: 'roster.unreadable', args: { reason: code }, file: shown });
  }
}
