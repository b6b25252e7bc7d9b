import type { TaskVerdict } from '../judge/verdict';
import type { Lab } from '../spec/lab';

/** Tasks that wait only for what could not be found out: not judged, so not lost. */
export function undecidedTasks(lab: Lab, judged: ReadonlyMap<string, TaskVerdict>): ReadonlySet<string> {
  const outcomeOf = (id: string) => judged.get(id)?.outcome;
  const isMet = (id: string) => outcomeOf(id) === 'passed' || outcomeOf(id) === 'excused';
  const unknown = new Set(lab.tasks.map(({ id }) => id).filter((id) => outcomeOf(id) === 'error'));
  for (let grew = true; grew;) {
    const before = unknown.size;
    for (const { id, needs } of lab.tasks) {
      if (outcomeOf(id) !== 'blocked') continue;
      // One need that certainly failed would keep it waiting whatever the others turn out to be.
      const unmet = needs.filter((need) => !isMet(need));
      if (unmet.length > 0 && unmet.every((need) => unknown.has(need))) unknown.add(id);
    }
    grew = unknown.size > before;
  }
  return unknown;
}
