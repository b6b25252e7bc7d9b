import { taskOutcome } from '../../src/judge/task-outcome';
import type { ClassResult } from '../../src/class/class-result';
import { addNotRead, addResult, newAccumulator } from '../../src/class/gradebook/accumulate';
import type { Gradebook, NotRead } from '../../src/class/gradebook/gradebook';
import { makeGradebook, type GradebookContext } from '../../src/class/gradebook/make-gradebook';
import type { Outcome } from '../../src/judge/verdict';
import type { ShownCheck, ShownReport } from '../../src/report/shown/shown-report';

const at = { file: 'labs/lab/lab.yaml', line: 1, column: 1 };

/** A check worth one point, unless it says otherwise. */
export function checkOf(id: string, outcome: Outcome, changes: Partial<ShownCheck> = {}): ShownCheck {
  return {
    id,
    kind: 'container',
    subject: 'ubuntu',
    title: `Check ${id}`,
    hidden: false,
    outcome,
    points: outcome === 'passed' ? 1 : 0,
    max: 1,
    undecided: outcome === 'error' ? 1 : 0,
    differences: [],
    at,
    assertions: [],
    facts: [],
    ...changes,
  };
}

/** A report of the lab `id` with these checks in one task; its points follow from them. */
export function reportWith(
  id: string,
  checks: readonly ShownCheck[],
  changes: Partial<ShownReport> = {},
): ShownReport {
  const sum = (key: 'points' | 'max' | 'undecided'): number =>
    checks.reduce((total, check) => total + check[key], 0);
  const points = { points: sum('points'), max: sum('max'), undecided: sum('undecided') };
  const pass = points.max / 2;
  const outcome = taskOutcome(checks.map((check) => check.outcome));
  const task = { id: 'task', title: 'Task', needs: [], bonus: false, outcome, at, checks } as const;
  return {
    vigie: 'report',
    version: 1,
    language: 'en',
    grader: '1.2.3',
    lab: { id, title: `Lab ${id}`, hash: 'sha256:0a', file: at.file, scale: points.max, pass },
    engine: {
      flavour: 'docker',
      store: 'classic',
      id: '',
      name: 'host',
      version: '28.0.0',
      apiVersion: '1.48',
      os: 'linux',
      arch: 'amd64',
    },
    endpoint: 'unix:///var/run/docker.sock',
    takenAt: '2026-10-01T09:59:00.000Z',
    tookMs: 500,
    outcome: points.undecided > 0 ? 'incomplete' : points.points >= pass ? 'reached' : 'below',
    ...points,
    tasks: [{ ...task, ...points }],
    ...changes,
  };
}

/** A lab of ten points, so many of them earned. */
export const marked = (id: string, points: number): ShownReport =>
  reportWith(
    id,
    Array.from({ length: 10 }, (_, index) => checkOf(`task.${index}`, index < points ? 'passed' : 'failed')),
  );

export function resultOf(
  id: string,
  reports: readonly ShownReport[],
  changes: Partial<ClassResult> = {},
): ClassResult {
  const [first, ...others] = reports;
  return {
    vigie: 'class-result',
    version: 1,
    student: { id, name: `Name of ${id}` },
    gradedAt: '2026-10-01T10:00:00.000Z',
    source: { kind: 'report', from: `${id}.json` },
    ...(first
      ? { reports: [first, ...others] }
      : { problem: { code: 'entry.no-such-file', text: 'There is no such file.' } }),
    ...changes,
  };
}

export function gradebookOf(
  results: readonly ClassResult[],
  context: Partial<GradebookContext> = {},
  notRead: readonly NotRead[] = [],
): Gradebook {
  const all = newAccumulator();
  for (const result of results) addResult(all, result);
  for (const entry of notRead) addNotRead(all, entry);
  return makeGradebook(all, { language: 'en', grader: '1.2.3', ...context });
}
