import { collect } from '../../src/collect/collect';
import type { Engine } from '../../src/collect/engine/engine';
import type { EventMemory } from '../../src/collect/looking';
import { judgeLab } from '../../src/judge/judge-lab';
import type { CheckVerdict } from '../../src/judge/verdict';
import { makePlan } from '../../src/plan/plan';
import type { Check, Lab } from '../../src/spec/lab';
import { anyLab } from './evidence';
import { engineAt } from './look-at';

/** A lab with one task of these checks. */
export function labOf(checks: readonly Check[]): Lab {
  const at = { line: 1, column: 1 };
  const task = { id: 'task', title: 'A task', needs: [], points: 20, bonus: false, checks, at };
  return { ...anyLab, tasks: [task] };
}

/** Grades a host as a run of Vigie does, with what it remembers of earlier runs. */
export async function gradeChecks(
  dockerHost: string,
  checks: readonly Check[],
  memory: EventMemory,
): Promise<readonly CheckVerdict[]> {
  const engine = engineAt(dockerHost);
  try {
    return await gradeWith(engine, checks, memory);
  } finally {
    engine.close();
  }
}

/** The same with an engine that is open already, or is none. */
export async function gradeWith(
  engine: Engine,
  checks: readonly Check[],
  memory: EventMemory,
): Promise<readonly CheckVerdict[]> {
  const lab = labOf(checks);
  const evidence = await collect({
    plan: makePlan([lab]),
    engine,
    memory,
    outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
    holds: () => true,
    grader: 'test',
    now: Date.now,
    signal: new AbortController().signal,
  });
  return judgeLab(lab, evidence).tasks.flatMap((task) => task.checks);
}
