import type { ShownReports } from '../report/formats/format';
import { readReports, type ReportProblem } from '../report/shown/read-report';
import { maxReportBytes } from '../signing/strict-json';
import { err, type Result } from '../text/result';
import { readTextFile, type TextFileProblem } from './read-text-file';

export interface ReportFileProblem {
  readonly code: ReportProblem['code'] | `report.${TextFileProblem['code']}`;
  readonly args: { readonly file: string; readonly detail: string; readonly near?: string };
}

/** Reads what `--report json` wrote; anything else is refused with its reason. */
export function readReportFile(file: string): Result<ShownReports, ReportFileProblem> {
  const text = readTextFile(file, maxReportBytes);
  if (!text.ok) {
    const { code, ...args } = text.error;
    return err({ code: `report.${code}`, args: { file, ...args } });
  }
  const reports = readReports(text.value);
  return reports.ok
    ? reports
    : err({ code: reports.error.code, args: { file, detail: reports.error.detail } });
}
