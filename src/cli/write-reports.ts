import { writeFileSync } from 'node:fs';
import type { ShownReports } from '../report/formats/format';
import { formats } from '../report/formats/registry';
import { escapeTerminal } from '../text/terminal';
import type { Io } from './io';
import type { ReportWish } from './report-wish';

/** Writes the reports asked for; true when one could not be written. */
export function writeReports(reports: ShownReports, wishes: readonly ReportWish[], io: Io): boolean {
  let failed = false;
  for (const { format, file } of wishes) {
    const text = formats[format](reports, io.env);
    if (file === undefined) {
      io.out(text);
      continue;
    }
    try {
      writeFileSync(file, text);
    } catch (error) {
      failed = true;
      io.err(`${escapeTerminal(error instanceof Error ? error.message : String(error))}\n`);
    }
  }
  return failed;
}
