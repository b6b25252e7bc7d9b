import { localeOf } from '../grading/locale';
import type { Report } from '../report/report';
import { showReport } from '../report/shown/show-report';
import { terminalReport, terminalStart, terminalSummary } from '../report/terminal/terminal';
import type { Io } from './io';

/** `named`: labs asked for by name, else all that there are. `full`: everything about each, where a screen has room for the next step only. */
export interface Shown {
  readonly named: boolean;
  readonly full: boolean;
}

export function printReports(reports: readonly Report[], { named, full }: Shown, io: Io): void {
  const locale = localeOf(io.language);
  const look = { color: io.color, columns: Math.max(40, Math.min(io.columns, 100)) };
  const shown = reports.map((report) => showReport(report, locale));
  const one = full ? terminalReport : terminalSummary;
  io.out(named || full ? shown.map((report) => one(report, look)).join('\n') : terminalStart(shown, look));
}
