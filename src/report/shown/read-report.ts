import { err, ok, type Result } from '../../text/result';
import { contradictionIn } from '../consistent';
import type { ShownReports } from '../formats/format';
import { isReportFile } from './generated/report-validator';
import type { ShownReport } from './shown-report';
import { jsonPlace } from '../../text/json-place';

/** Why a text is no report of ours. */
export interface ReportProblem {
  readonly code:
    | 'report.not-json'
    | 'report.not-report'
    | 'report.newer-version'
    | 'report.damaged'
    | 'report.contradictory';
  /** Where it stops being JSON, the version, or the first place that is not as it must be, or that the rest contradicts. */
  readonly detail: string;
}

/** Reads `report.json`, of one lab or of several. All that is in it may be hostile; its shape is what the schema says, and its points are worked out again. */
export function readReports(text: string): Result<ShownReports, ReportProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err({ code: 'report.not-json', detail: jsonPlace(text, error) });
  }
  return reportsOf(value);
}

/** The same for what was parsed already. */
export function reportsOf(value: unknown): Result<ShownReports, ReportProblem> {
  if (!isObject(value) || (value['vigie'] !== 'report' && value['vigie'] !== 'reports'))
    return err({ code: 'report.not-report', detail: '' });
  if (value['version'] !== 1)
    return err({
      code: 'report.newer-version',
      detail: 'version' in value ? JSON.stringify(value['version']) : '',
    });
  if (!isReportFile(value)) return err({ code: 'report.damaged', detail: firstProblem() });
  // The validator has seen to it.
  const file = value as unknown as
    ShownReport | { readonly vigie: 'reports'; readonly reports: ShownReports };
  const reports: ShownReports = file.vigie === 'reports' ? file.reports : [file];
  for (const [index, report] of reports.entries()) {
    const place = contradictionIn(report);
    if (place === undefined) continue;
    const before = file.vigie === 'reports' ? `/reports/${index}` : '';
    return err({ code: 'report.contradictory', detail: `${before}${place}` });
  }
  return ok(reports);
}

function firstProblem(): string {
  const [first] = isReportFile.errors ?? [];
  return first === undefined ? '' : `${first.instancePath} ${first.keyword}`.trim();
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
