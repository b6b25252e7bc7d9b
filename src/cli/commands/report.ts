import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { readReportFile } from '../../grading/report-file';
import type { Io } from '../io';
import type { ReportWish } from '../report-wish';
import { sayFileProblem } from '../say';
import { writeReports } from '../write-reports';

/** `vigie report`: a saved report in another format, in the language in which it was written. */
export function convertReport(file: string, wish: ReportWish, io: Io): ExitCode {
  const reports = readReportFile(file);
  if (!reports.ok) {
    io.err(sayFileProblem(reports.error, io));
    return exitCodes.usage;
  }
  return writeReports(reports.value, [wish], io) ? exitCodes.incomplete : exitCodes.reached;
}
