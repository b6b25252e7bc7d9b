import type { Evidence, Fact } from '../evidence/evidence';
import { fault } from '../evidence/fault';
import type { FactName } from '../evidence/facts';
import { factShapes } from '../evidence/shapes/fact-shapes';
import { problemIn } from '../evidence/shapes/problem-in';
import { err, ok, type Result } from '../text/result';
import { troubleOf } from '../text/file-trouble';
import { jsonPlace } from '../text/json-place';
import { readTextFile } from './read-text-file';
import { writeWhole } from './write-file';

/** Evidence holds at most a few capped logs and files for each lab. */
export const maxEvidenceBytes = 256 * 1024 * 1024;

export interface EvidenceFileProblem {
  readonly code:
    | 'evidence.unreadable'
    | 'evidence.too-large'
    | 'evidence.not-json'
    | 'evidence.not-evidence'
    | 'evidence.newer-version'
    | 'evidence.damaged';
  readonly args: { readonly file: string; readonly detail: string; readonly near?: string };
}

/** Reads what `--save-evidence` wrote; anything else is refused with its reason. */
export function readEvidence(file: string): Result<Evidence, EvidenceFileProblem> {
  const read = readTextFile(file, maxEvidenceBytes);
  if (read.ok) return parseEvidence(read.value, file);
  const { code, ...args } = read.error;
  return err({ code: `evidence.${code}`, args: { file, ...args } });
}

/** The same for a text that was read already; `file` is where from, for people. */
export function parseEvidence(text: string, file: string): Result<Evidence, EvidenceFileProblem> {
  const problem = (code: EvidenceFileProblem['code'], detail: string) =>
    err({ code, args: { file, detail } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem('evidence.not-json', jsonPlace(text, error));
  }
  const version = versionOf(value);
  if (version === undefined) return problem('evidence.not-evidence', '');
  if (version !== 1) return problem('evidence.newer-version', JSON.stringify(version));
  return isEvidence(value) ? ok(held(value)) : problem('evidence.not-evidence', '');
}

/** Whole or not at all: a file of that name is only ever replaced by a complete one. */
export function saveEvidence(file: string, evidence: Evidence): Result<void, EvidenceFileProblem> {
  try {
    writeWhole(file, `${JSON.stringify(evidence, null, 1)}\n`);
    return ok(undefined);
  } catch (error) {
    return err({
      code: 'evidence.unreadable',
      args: { file, detail: troubleOf(error) },
    });
  }
}

/** The version that a file claims to be of; `undefined` if it claims to be no evidence at all. */
function versionOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('vigie' in value) || value.vigie !== 'evidence')
    return undefined;
  return 'version' in value ? value.version : undefined;
}

/** A fact that holds what no engine answers (a time that is none, a number for a name) could not be found out: a file can be anybody's. */
function held(evidence: Evidence): Evidence {
  const facts = Object.entries(evidence.facts).map(([key, fact]): readonly [string, Fact] => {
    const name = key.split('/', 1)[0] ?? '';
    if (!('value' in fact) || !isFactName(name)) return [key, fact];
    const detail = problemIn(factShapes[name], fact.value);
    if (detail === undefined) return [key, fact];
    return [key, { fault: fault('engine.answer-invalid', { call: key, detail }) }];
  });
  return { ...evidence, facts: Object.fromEntries(facts) };
}

const isFactName = (name: string): name is FactName => Object.hasOwn(factShapes, name);

/** The outer shape; what a fact holds is read with care wherever it is read, since every engine leaves something out. */
function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null) return false;
  const { facts, takenAt, labs, endpoint, tookMs } = value as Readonly<Record<string, unknown>>;
  const isFact = (fact: unknown) =>
    typeof fact === 'object' && fact !== null && ('value' in fact || 'fault' in fact);
  return (
    typeof facts === 'object' &&
    facts !== null &&
    Object.values(facts).every(isFact) &&
    typeof takenAt === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(takenAt) &&
    typeof tookMs === 'number' &&
    tookMs >= 0 &&
    typeof endpoint === 'string' &&
    Array.isArray(labs) &&
    labs.every(isLabOfEvidence)
  );
}

function isLabOfEvidence(lab: unknown): boolean {
  if (typeof lab !== 'object' || lab === null) return false;
  const { id, hash } = lab as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof hash === 'string';
}
