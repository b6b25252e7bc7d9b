import { writeFileSync } from 'node:fs';
import { jsonReport } from '../report/json';
import type { Report } from '../report/report';
import { terminalOverview, terminalReport } from '../report/terminal/terminal';
import { escapeTerminal } from '../text/terminal';
import type { Io } from './io';
import type { ReportFormat, ReportWish } from './report-wish';
import { localeOf } from '../grading/locale';

/** One lab asked for by name is shown in full; else a line for each, and in full those that were begun. */
export function printReports(reports: readonly Report[], named: boolean, io: Io): void {
  const locale = localeOf(io.language);
  const look = { color: io.color, columns: Math.max(40, Math.min(io.columns, 100)) };
  io.out(
    named
      ? reports.map((report) => terminalReport(report, locale, look)).join('\n')
      : terminalOverview(reports, locale, look),
  );
}

/** Writes the reports asked for; true when one could not be written. */
export function writeReports(reports: readonly Report[], wishes: readonly ReportWish[], io: Io): boolean {
  let failed = false;
  for (const { format, file } of wishes) {
    const text = render(reports, format, io);
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

function render(reports: readonly Report[], format: ReportFormat, io: Io): string {
  const locale = localeOf(io.language);
  const look = { color: false, columns: 100 };
  switch (format) {
    case 'terminal':
      return reports.map((report) => terminalReport(report, locale, look)).join('\n');
    case 'json':
      return jsonReport(reports, locale);
  }
}
