import type { CheckFacts, LabFacts, StudentRow } from './accumulate';
import type { GradebookCheck, GradebookLab } from './gradebook';
import type { LabRow } from './lab-row';
import { discrimination, type Answer } from './statistics/discrimination';
import { markStatistics, rounded } from './statistics/marks';
import { byText, mostFrequent, type Tally } from './tally';

/** All labs by id, with what became of their checks. */
export function labsOf(
  labs: ReadonlyMap<string, LabFacts>,
  rows: readonly StudentRow[],
): readonly GradebookLab[] {
  const graded = rows.filter((row) => row.labs.length > 0);
  const byLab = new Map<string, LabRow[]>();
  for (const lab of graded.flatMap((row) => row.labs)) {
    const found = byLab.get(lab.lab);
    if (found) found.push(lab);
    else byLab.set(lab.lab, [lab]);
  }
  return [...labs]
    .sort(([a], [b]) => byText(a, b))
    .map(([id, facts]) => labOf(id, facts, byLab.get(id) ?? [], graded.length));
}

function labOf(id: string, facts: LabFacts, rows: readonly LabRow[], graded: number): GradebookLab {
  const max = numberIn(facts.max);
  const decided = rows.filter(({ outcome }) => outcome !== 'incomplete');
  return {
    id,
    title: mostFrequent(facts.title),
    max,
    pass: numberIn(facts.pass),
    common: rows.length * 2 >= graded,
    versions: [...facts.hashes]
      .map(([hash, students]) => ({ hash, students }))
      .sort((a, b) => b.students - a.students || byText(a.hash, b.hash)),
    incomplete: rows.length - decided.length,
    missing: graded - rows.length,
    reached: decided.filter(({ outcome }) => outcome === 'reached').length,
    marks: markStatistics(
      decided.map(({ points }) => points),
      max,
    ),
    checks: checksOf(facts, rows),
  };
}

/** What the students' rows say of one check. */
interface Answers {
  readonly counts: Record<GradebookOutcome, number>;
  readonly decided: Answer[];
}
type GradebookOutcome = LabRow['checks'][number]['outcome'];

function checksOf({ checks }: LabFacts, rows: readonly LabRow[]): readonly GradebookCheck[] {
  const all = new Map<string, Answers>();
  for (const row of rows) for (const check of row.checks) addAnswer(all, check, row);
  return [...checks]
    .map(([id, facts]) => ({ id, facts, place: numberIn(facts.place) }))
    .sort((a, b) => a.place - b.place || byText(a.id, b.id))
    .map(({ id, facts }) => checkOf(id, facts, all.get(id) ?? newAnswers()));
}

function addAnswer(
  all: Map<string, Answers>,
  { id, outcome, points }: LabRow['checks'][number],
  row: LabRow,
): void {
  const found = all.get(id) ?? newAnswers();
  all.set(id, found);
  found.counts[outcome] += 1;
  if (row.outcome !== 'incomplete' && outcome !== 'excused' && outcome !== 'error')
    found.decided.push({ passed: outcome === 'passed', rest: row.points - points });
}

const newAnswers = (): Answers => ({
  counts: { passed: 0, failed: 0, blocked: 0, excused: 0, error: 0 },
  decided: [],
});

function checkOf(id: string, facts: CheckFacts, { counts, decided }: Answers): GradebookCheck {
  const asked = counts.passed + counts.failed + counts.blocked;
  const power = discrimination(decided);
  return {
    id,
    task: mostFrequent(facts.task),
    title: mostFrequent(facts.title),
    max: numberIn(facts.max),
    hidden: mostFrequent(facts.hidden) === 'true',
    ...counts,
    ...(asked > 0 && { difficulty: rounded(counts.passed / asked) }),
    ...(power !== undefined && { discrimination: power }),
    decided: decided.length,
    diagnoses: [...facts.diagnoses]
      .map(([code, { count, text }]) => ({ code, count, text }))
      .sort((a, b) => b.count - a.count || byText(a.code, b.code)),
  };
}

const numberIn = (tally: Tally): number => Number(mostFrequent(tally));
