import type { ShownReport } from '../../report/shown/shown-report';
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
  const facts = known(labs, lab.id, () => ({
    title: new Map(),
    max: new Map(),
    pass: new Map(),
    hashes: new Map(),
    checks: new Map(),
  }));
  count(facts.title, shortCopy(lab.title, longest));
  count(facts.max, String(max));
  count(facts.pass, String(lab.pass));
  count(facts.hashes, lab.hash);
  let place = 0;
  for (const task of tasks)
    for (const check of task.checks) {
      const facts2 = known(facts.checks, check.id, newCheck);
      count(facts2.task, shortCopy(task.title, longest));
      count(facts2.title, shortCopy(check.title, longest));
      count(facts2.max, String(check.max));
      count(facts2.hidden, String(check.hidden));
      count(facts2.place, String(place++));
      const { message } = check;
      if (check.outcome !== 'passed' && message) {
        const told = known(facts2.diagnoses, message.code, () => ({ count: 0, text: '', of: '' }));
        told.count += 1;
        if (told.count === 1 || student < told.of) {
          told.text = shortCopy(message.text, longest);
          told.of = student;
        }
      }
    }
}

const newCheck = (): CheckFacts => ({
  task: new Map(),
  title: new Map(),
  max: new Map(),
  hidden: new Map(),
  place: new Map(),
  diagnoses: new Map(),
});

function known<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key);
  if (found !== undefined) return found;
  const made = make();
  all.set(key, made);
  return made;
}
