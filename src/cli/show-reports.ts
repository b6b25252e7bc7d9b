import { localeOf } from '../grading/locale';
import type { Report } from '../report/report';
import { showReport } from '../report/shown/show-report';
import { terminalOverview, terminalReport } from '../report/terminal/terminal';
import type { Io } from './io';

/** One lab asked for by name is shown in full; else a line for each, and in full those that were begun. */
export function printReports(reports: readonly Report[], named: boolean, io: Io): void {
  const locale = localeOf(io.language);
  const look = { color: io.color, columns: Math.max(40, Math.min(io.columns, 100)) };
  const shown = reports.map((report) => showReport(report, locale));
  io.out(
    named ? shown.map((report) => terminalReport(report, look)).join('\n') : terminalOverview(shown, look),
  );
}
