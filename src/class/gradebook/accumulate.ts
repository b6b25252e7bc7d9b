import type { ShownMessage, ShownReport } from '../../report/shown/shown-report';
import type { ClassProblem, ClassResult, Student } from '../class-result';
import type { NotRead } from './gradebook';
import { labRow, type LabRow } from './lab-row';
import { shortCopy } from './short-copy';
import { count, type Tally } from './tally';
import { tracesIn, type Traces } from './traces';

export interface StudentRow {
  readonly student: Student;
  readonly gradedAt: string;
  readonly problem?: ClassProblem;
  readonly labs: readonly LabRow[];
  readonly traces: Traces;
}

/** What the reports say of a check; they may be in several languages, of several versions of the lab, or tampered with, so that the most frequent counts. */
export interface CheckFacts {
  readonly task: Tally;
  readonly title: Tally;
  readonly max: Tally;
  readonly hidden: Tally;
  readonly place: Tally;
  readonly diagnoses: Map<string, { count: number; text: string; of: string }>;
}

export interface LabFacts {
  readonly title: Tally;
  readonly max: Tally;
  readonly pass: Tally;
  readonly hashes: Tally;
  readonly checks: Map<string, CheckFacts>;
}

/** A class while it is read: a few numbers for each check of each student, and of texts only what is shown. */
export interface Accumulator {
  readonly rows: StudentRow[];
  readonly labs: Map<string, LabFacts>;
  readonly notRead: NotRead[];
  /** The one copy of texts that many reports have. */
  readonly texts: Map<string, string>;
}

export const newAccumulator = (): Accumulator => ({
  rows: [],
  labs: new Map(),
  notRead: [],
  texts: new Map(),
});

const longest = 200;

/** Takes what is kept of a result; the result itself can be forgotten. Ids of students are unique: they are names of files. */
export function addResult(into: Accumulator, result: ClassResult): void {
  const same = (text: string): string => {
    const known = into.texts.get(text);
    if (known === undefined) into.texts.set(text, text);
    return known ?? text;
  };
  const { id, name, email, section } = result.student;
  const { problem, reports = [] } = result;
  into.rows.push({
    student: {
      id,
      name: shortCopy(name, longest),
      ...(email !== undefined && { email: shortCopy(email, longest) }),
      ...(section !== undefined && { section: same(shortCopy(section, longest)) }),
    },
    gradedAt: result.gradedAt,
    ...(problem && {
      problem: { code: same(shortCopy(problem.code, longest)), text: shortCopy(problem.text, longest * 2) },
    }),
    labs: reports.map((report) => labRow(report, same)),
    traces: tracesIn(result),
  });
  for (const report of reports) addFacts(into, report, id);
}

export function addNotRead(into: Accumulator, entry: NotRead): void {
  into.notRead.push(entry);
}

function addFacts({ labs }: Accumulator, { lab, tasks, max }: ShownReport, student: string): void {
  const facts = known(labs, lab.id, newLab);
  count(facts.title, shortCopy(lab.title, longest));
  count(facts.max, String(max));
  count(facts.pass, String(lab.pass));
  count(facts.hashes, lab.hash);
  const checks = tasks.flatMap((task) => task.checks.map((check) => ({ task, check })));
  for (const [place, { task, check }] of checks.entries()) {
    const said = known(facts.checks, check.id, newCheck);
    count(said.task, shortCopy(task.title, longest));
    count(said.title, shortCopy(check.title, longest));
    count(said.max, String(check.max));
    count(said.hidden, String(check.hidden));
    count(said.place, String(place));
    if (check.outcome !== 'passed' && check.message) addDiagnosis(said, check.message, student);
  }
}

function addDiagnosis({ diagnoses }: CheckFacts, { code, text }: ShownMessage, student: string): void {
  const told = known(diagnoses, code, () => ({ count: 0, text: '', of: '' }));
  told.count += 1;
  if (told.count > 1 && student >= told.of) return;
  told.text = shortCopy(text, longest);
  told.of = student;
}

const tally = (): Tally => new Map<string, number>();

const newLab = (): LabFacts => ({
  title: tally(),
  max: tally(),
  pass: tally(),
  hashes: tally(),
  checks: new Map<string, CheckFacts>(),
});

const newCheck = (): CheckFacts => ({
  task: tally(),
  title: tally(),
  max: tally(),
  hidden: tally(),
  place: tally(),
  diagnoses: new Map<string, { count: number; text: string; of: string }>(),
});

function known<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key);
  if (found !== undefined) return found;
  const made = make();
  all.set(key, made);
  return made;
}
