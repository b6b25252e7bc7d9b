import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { decodeReport, maxReportBytes } from '../signing/strict-json';
import type { SigningProblem } from '../signing/problem';
import { err, type Result } from '../text/result';
import { storedPath } from './stored-path';
import { noPlainFile, troubleOf } from '../text/file-trouble';

type FileProblem = SigningProblem<'report.unreadable' | 'report.too-large' | 'report.not-utf8'>;

/** The text of a report that is to be verified: all that is in the file, and no byte guessed. */
export function readSignedReport(file: string): Result<string, FileProblem> {
  try {
    // A pipe would be waited for.
    const handle = openSync(storedPath(file), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return err({ code: 'report.unreadable', args: { detail: noPlainFile } });
      if (stat.size > maxReportBytes)
        return err({ code: 'report.too-large', args: { mebibytes: maxReportBytes / 1024 / 1024 } });
      return decodeReport(readFileSync(handle));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return err({
      code: 'report.unreadable',
      args: { detail: troubleOf(error) },
    });
  }
}
