import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../src/collect/collect';
import type { Engine } from '../../src/collect/engine/engine';
import { openEngine } from '../../src/collect/engine/open-engine';
import type { Evidence, Fact } from '../../src/evidence/evidence';
import { loadLabs } from '../../src/grading/load-labs';
import { judgeLab } from '../../src/judge/judge-lab';
import { makePlan } from '../../src/plan/plan';
import type { Lab } from '../../src/spec/lab';
import { endpointAt } from './recorded-engine';

export function labNamed(id: string): Lab {
  const loaded = loadLabs([id], join(__dirname, '../../labs'), process.cwd());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value[0].lab;
}

/** What is not the engine's to say: ports and servers of the host, answers, hand-written tests. */
const outsideEngine = (key: string): boolean => /^(http|port|answer|jest)\//.test(key);

/** Asks an engine all that a lab asks engines, with no request longer than `deadlineMs`. */
export async function lookThrough(path: string, lab: Lab, deadlineMs: number): Promise<Evidence> {
  const engine = openEngine(endpointAt(path));
  const quick: Engine = {
    ...engine,
    request: (call, limits) =>
      engine.request(call, { ...limits, deadlineMs: Math.min(limits.deadlineMs, deadlineMs) }),
    exec: (command, limits) =>
      engine.exec(command, { ...limits, deadlineMs: Math.min(limits.deadlineMs, deadlineMs) }),
  };
  try {
    const { labs, requests } = makePlan([lab]);
    const asked = requests.filter(({ fact }) => !['http', 'port', 'answer', 'jest'].includes(fact));
    return await collect({
      plan: { labs, requests: asked, polls: [] },
      engine: quick,
      memory: {
        recording: () => null,
        ownCalls: () => [],
        owning: (_container, _action, call) => call(),
      },
      outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
      holds: () => true,
      grader: 'test',
      now: Date.now,
      signal: new AbortController().signal,
    });
  } finally {
    engine.close();
  }
}

/** The outcome of each check, with the rest of the host as the reference session left it. */
export function outcomesOf(lab: Lab, seen: Evidence, folder: string): ReadonlyMap<string, string> {
  const file = join(__dirname, '../../labs', folder, 'sessions/reference.evidence.json');
  const reference = JSON.parse(readFileSync(file, 'utf8')) as Evidence; // of our own
  const rest = Object.entries(reference.facts).filter(([key]) => outsideEngine(key));
  const facts: Record<string, Fact> = { ...seen.facts, ...Object.fromEntries(rest) };
  const verdict = judgeLab(lab, { ...seen, facts });
  return new Map(
    verdict.tasks.flatMap(({ task, checks }) =>
      checks.map(({ outcome }, index) => [`${task}.${index + 1}`, outcome] as const),
    ),
  );
}
