import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { err, ok, type Result } from '../text/result';
import type { SigningProblem } from './problem';

/** What a signature is worth something for: which lab, when, and what mark. */
export interface SignedLab {
  readonly id: string;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly points: number;
  readonly max: number;
  readonly outcome: string;
}

/** The labs that a report is about: one, or those of `reports`. Version 1 is what this Vigie knows. */
export function labsOf(
  content: JsonObject,
): Result<readonly SignedLab[], SigningProblem<'report.not-report' | 'report.newer-version'>> {
  const foreign = err({ code: 'report.not-report', args: {} } as const);
  const { vigie, version, reports } = content;
  if (vigie !== 'report' && vigie !== 'reports') return foreign;
  if (version !== 1)
    return typeof version === 'number'
      ? err({ code: 'report.newer-version', args: { version: String(version) } })
      : foreign;
  if (vigie === 'report') {
    const lab = labOf(content);
    return lab ? ok([lab]) : foreign;
  }
  if (!Array.isArray(reports) || reports.length === 0) return foreign;
  const labs = (reports as readonly Json[]).map(labOf);
  return labs.every((lab) => lab !== undefined) ? ok(labs) : foreign;
}

function labOf(report: Json): SignedLab | undefined {
  if (!isJsonObject(report) || report['vigie'] !== 'report' || report['version'] !== 1) return undefined;
  const { lab, takenAt, points, max, outcome } = report;
  if (!isJsonObject(lab)) return undefined;
  const { id, hash } = lab;
  if (typeof id !== 'string' || typeof hash !== 'string' || typeof takenAt !== 'string') return undefined;
  if (typeof points !== 'number' || typeof max !== 'number' || typeof outcome !== 'string') return undefined;
  return { id, hash, takenAt, points, max, outcome };
}
