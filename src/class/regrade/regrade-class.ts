import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LoadedLab } from '../../grading/load-labs';
import { escapeInvisible } from '../../text/escape-json';
import type { Language } from '../../text/language';
import { err, ok, type Result } from '../../text/result';
import type { ClassResult } from '../class-result';
import {
  addText,
  copyWhole,
  idsIn,
  isThere,
  makeFolder,
  moveFolder,
  removeFolder,
  studentFile,
  studentsFolder,
  writeWhole,
  type FolderProblem,
} from '../results/files';
import { resultIn } from '../results/result-folder';
import { resultText } from '../results/result-text';
import { changeOf } from './differences';
import { differenceText } from './difference-text';
import { regradeStudent, type Regrading, type RegradeProblem } from './regrade-student';

export interface ClassRegrading extends Regrading {
  readonly language: Language;
  readonly now: () => Date;
  readonly say: (problem: RegradeProblem) => string;
  readonly onNotRegraded: (id: string, code: string, text: string) => void;
  readonly stop: AbortSignal;
  readonly breathe: () => Promise<void>;
}

/** What came of it. `changed` students are in the list of differences. */
export interface Regraded {
  readonly folder: string;
  readonly regraded: number;
  readonly changed: number;
  readonly better: number;
  readonly worse: number;
  readonly notRegraded: number;
}

/** The ids of the labs that a class was graded by: those of the first result that has any. */
export function labsOfResults(results: string): readonly string[] {
  const ids = idsIn(studentsFolder(results));
  for (const id of ids.ok ? ids.value : []) {
    const result = resultIn(studentFile(results, id), id);
    if (result?.reports) return result.reports.map(({ lab }) => lab.id);
  }
  return [];
}

/**
 * Judges the evidence of a class again, into `regraded/<beginning of the labs' hash>/` of the results: nothing that is there is touched, the old
 * and the new stand side by side. Written apart and put in place when it is whole; undefined when it was interrupted.
 */
export async function regradeClass(
  regrading: ClassRegrading,
): Promise<Result<Regraded | undefined, FolderProblem>> {
  const { results, labs } = regrading;
  const parent = join(results, 'regraded');
  const name = hashOf(labs);
  const unfinished = join(parent, `${name}.part`);
  const ids = idsIn(studentsFolder(results));
  if (!ids.ok) return ids;
  const empty = removeFolder(unfinished);
  const made = empty.ok ? makeFolder(studentsFolder(unfinished)) : empty;
  if (!made.ok) return made;
  const counts = await regradeAll(ids.value, unfinished, regrading);
  if (!counts.ok) return counts;
  if (!counts.value) return ok(undefined);
  const folder = freeName(parent, name);
  const moved = moveFolder(unfinished, folder);
  return moved.ok ? ok({ folder, ...counts.value }) : moved;
}

type Tally = Omit<Regraded, 'folder'>;

async function regradeAll(
  ids: readonly string[],
  out: string,
  regrading: ClassRegrading,
): Promise<Result<Tally | undefined, FolderProblem>> {
  let tally: Tally = { regraded: 0, changed: 0, better: 0, worse: 0, notRegraded: 0 };
  const [texts, json] = [join(out, 'differences.txt'), join(out, 'differences.json')];
  const missing: { readonly id: string; readonly code: string }[] = [];
  const begun = startOf(texts, json, regrading);
  if (!begun.ok) return begun;
  for (const id of ids) {
    await regrading.breathe();
    if (regrading.stop.aborted) return ok(undefined);
    const result = resultIn(studentFile(regrading.results, id), id);
    const after = result
      ? regradeStudent(result, regrading)
      : err({ from: 'regrade', problem: { code: 'regrade.no-evidence', args: {} } } as const);
    if (!result || !after.ok) {
      const problem = after.ok ? undefined : after.error;
      if (problem) regrading.onNotRegraded(id, problem.problem.code, regrading.say(problem));
      missing.push({ id, code: problem?.problem.code ?? 'regrade.no-evidence' });
      tally = { ...tally, notRegraded: tally.notRegraded + 1 };
      // Whoever is not judged again keeps what there is: a class without them would lose their marks.
      const kept = result
        ? copyWhole(studentFile(regrading.results, id), studentFile(out, id))
        : ok(undefined);
      if (!kept.ok) return kept;
      continue;
    }
    const regraded: ClassResult = {
      vigie: 'class-result',
      version: 1,
      student: result.student,
      gradedAt: regrading.now().toISOString(),
      ...(result.source && { source: result.source }),
      reports: after.value,
    };
    const change = changeOf(result.student, result.reports, after.value);
    const written = writeWhole(studentFile(out, id), resultText(regraded));
    const told = written.ok && change.labs.length > 0 ? tell(change, texts, json, tally, regrading) : written;
    if (!told.ok) return told;
    tally = count(tally, change);
  }
  const rest = `\n ],\n "notRegraded": ${JSON.stringify(missing)},\n "counts": ${JSON.stringify(tally)}\n}\n`;
  const ended = addText(json, escapeInvisible(rest));
  return ended.ok ? ok(tally) : ended;
}

function startOf(texts: string, json: string, { labs, now }: ClassRegrading): Result<void, FolderProblem> {
  const after = labs.map(({ lab: { id, hash } }) => ({ id, hash }));
  const head = `{\n "vigie": "class-differences",\n "version": 1,\n "regradedAt": ${JSON.stringify(now().toISOString())},\n "labs": ${JSON.stringify(after)},\n "students": [`;
  const begun = writeWhole(json, head);
  return begun.ok
    ? writeWhole(texts, `${after.map(({ id, hash }) => `${id} ${hash}`).join('\n')}\n\n`)
    : begun;
}

function tell(
  change: ReturnType<typeof changeOf>,
  texts: string,
  json: string,
  { changed }: Tally,
  { language }: ClassRegrading,
): Result<void, FolderProblem> {
  const added = addText(json, `${changed === 0 ? '' : ','}\n  ${escapeInvisible(JSON.stringify(change))}`);
  return added.ok ? addText(texts, differenceText(change, language)) : added;
}

function count(tally: Tally, { labs }: ReturnType<typeof changeOf>): Tally {
  const gain = labs.reduce((sum, { before, after }) => sum + (after?.points ?? 0) - (before?.points ?? 0), 0);
  return {
    ...tally,
    regraded: tally.regraded + 1,
    changed: tally.changed + Number(labs.length > 0),
    better: tally.better + Number(gain > 0),
    worse: tally.worse + Number(gain < 0),
  };
}

/** Of one lab the beginning of its own hash, which reports show. */
function hashOf(labs: readonly LoadedLab[]): string {
  const [first, ...others] = labs.map(({ lab }) => lab.hash.replace(/^sha256:/, ''));
  const hash =
    others.length === 0
      ? (first ?? '')
      : createHash('sha256')
          .update([first, ...others].join('\n'))
          .digest('hex');
  return hash.slice(0, 12);
}

/** A second time with the same lab, since evidence was added, stands beside the first. */
function freeName(parent: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(parent, number === 1 ? name : `${name}-${number}`);
    if (!isThere(path)) return path;
  }
}
