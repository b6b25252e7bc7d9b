import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Evidence } from '../evidence/evidence';
import { err, ok, type Result } from '../text/result';

/** Evidence holds at most a few capped logs and files for each lab. */
const maxBytes = 256 * 1024 * 1024;

export interface EvidenceFileProblem {
  readonly code:
    | 'evidence.unreadable'
    | 'evidence.too-large'
    | 'evidence.not-json'
    | 'evidence.not-evidence'
    | 'evidence.newer-version';
  readonly args: { readonly file: string; readonly detail: string };
}

/** Reads what `--save-evidence` wrote; anything else is refused with its reason. */
export function readEvidence(file: string): Result<Evidence, EvidenceFileProblem> {
  const problem = (code: EvidenceFileProblem['code'], detail: string) =>
    err({ code, args: { file, detail } });
  let text: string;
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size > maxBytes) return problem('evidence.too-large', String(size));
      text = readFileSync(handle, 'utf8');
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return problem('evidence.unreadable', error instanceof Error ? error.message : String(error));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem('evidence.not-json', error instanceof Error ? error.message : String(error));
  }
  if (!isEvidence(value)) return problem('evidence.not-evidence', '');
  if (value.version !== 1) return problem('evidence.newer-version', String(value.version));
  return ok(value);
}

/** Whole or not at all: a file of that name is only ever replaced by a complete one. */
export function saveEvidence(file: string, evidence: Evidence): Result<void, EvidenceFileProblem> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(evidence, null, 1)}\n`);
    renameSync(unfinished, file);
    return ok(undefined);
  } catch (error) {
    return err({
      code: 'evidence.unreadable',
      args: { file, detail: error instanceof Error ? error.message : String(error) },
    });
  }
}

function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null || !('vigie' in value) || value.vigie !== 'evidence')
    return false;
  const { facts, takenAt, labs, endpoint, tookMs } = value as Partial<Evidence>;
  return (
    typeof facts === 'object' &&
    facts !== null &&
    Object.values(facts).every(
      (fact) => typeof fact === 'object' && fact !== null && ('value' in fact || 'fault' in fact),
    ) &&
    typeof takenAt === 'string' &&
    typeof tookMs === 'number' &&
    typeof endpoint === 'string' &&
    Array.isArray(labs)
  );
}
