import { contradictionIn } from '../../report/consistent';
import { isReportFile } from '../../report/shown/generated/report-validator';
import type { ShownReport } from '../../report/shown/shown-report';
import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import { err, ok, type Result } from '../../text/result';
import type { ClassResult } from '../class-result';
import type { NotRead } from './gradebook';
import { shortCopy } from './short-copy';
import { jsonPlace } from '../../text/json-place';

type Why = Omit<NotRead, 'file'>;

/** No class asks for more; whatever has more was not written by grading. */
const mostChecks = 5_000;
const mostPoints = 1_000_000;
const why = (code: Why['code'], detail = ''): Result<never, Why> =>
  err({ code, detail: shortCopy(detail, 200) });

/** Reads a file of results by its content, all of which may be hostile. `id` is what the file's name says whose it is. */
export function readResult(text: string, id: string): Result<ClassResult, Why> {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return why('result.not-json', jsonPlace(text, error));
  }
  if (!isJsonObject(value) || value['vigie'] !== 'class-result') return why('result.not-result');
  if (value['version'] !== 1) return why('result.newer-version', JSON.stringify(value['version'] ?? null));
  const damage = damageIn(value);
  if (damage !== undefined) return why('result.damaged', damage);
  // What is used of it has been looked at.
  const result = value as unknown as ClassResult;
  if (result.student.id !== id) return why('result.other-name', result.student.id);
  const reports = result.reports ?? [];
  const labs = reports.map(({ lab }) => lab.id);
  const twice = labs.find((lab, index) => labs.indexOf(lab) !== index);
  if (twice !== undefined) return why('result.lab-twice', twice);
  const checks = reports.flatMap(({ tasks }) => tasks).reduce((sum, task) => sum + task.checks.length, 0);
  return checks > mostChecks ? why('result.too-many-checks', String(checks)) : ok(result);
}

/** The first place that is not as it must be. */
function damageIn({ student, gradedAt, source, reports, problem }: JsonObject): string | undefined {
  if (!hasTexts(student, ['id', 'name'], ['email', 'section'])) return '/student';
  if (typeof gradedAt !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z$/.test(gradedAt)) return '/gradedAt';
  if (source !== undefined && !hasTexts(source, ['kind', 'from'], ['sha256'])) return '/source';
  if (problem !== undefined && !hasTexts(problem, ['code', 'text'], [])) return '/problem';
  if (reports === undefined) return problem === undefined ? '/reports' : undefined;
  if (!Array.isArray(reports) || reports.length === 0) return '/reports';
  const list: readonly Json[] = reports;
  for (const [index, report] of list.entries()) {
    const place = `/reports/${index}`;
    if (!isJsonObject(report) || report['vigie'] !== 'report') return place;
    if (!isReportFile(report)) return `${place}${isReportFile.errors?.[0]?.instancePath ?? ''}`;
    const told = report as unknown as ShownReport; // the validator has seen to it
    const contradiction = contradictionIn(told);
    if (contradiction !== undefined) return `${place}${contradiction}`;
    if (told.max > mostPoints || told.lab.pass > mostPoints) return `${place}/max`;
  }
  return undefined;
}

function hasTexts(value: Json | undefined, needed: readonly string[], possible: readonly string[]): boolean {
  if (!isJsonObject(value)) return false;
  const isText = (key: string): boolean => typeof value[key] === 'string';
  return needed.every(isText) && possible.every((key) => value[key] === undefined || isText(key));
}
