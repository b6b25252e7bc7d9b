import { terminalReport } from '../terminal/terminal';
import type { Format } from './format';

/** As on a terminal of 100 columns, without colours. */
export const terminal: Format = (reports) =>
  reports.map((report) => terminalReport(report, { color: false, columns: 100 })).join('\n');
