import { textsOf, valueProblem, type Draft, type DraftTask } from '../draft';
import type { Problem } from '../problem';
import { unknownIn } from '../structure';
import { pointerTo } from '../yaml/tree';

export function unknownNeeds(draft: Draft): readonly Problem[] {
  const ids = draft.tasks.flatMap(({ id }) => id ?? []);
  return eachNeed(draft, (need, pointer) =>
    ids.includes(need)
      ? undefined
      : valueProblem(draft, pointer, 'task.unknown-need', { need, ...unknownIn(need, ids) }),
  );
}

export function needsItself(draft: Draft): readonly Problem[] {
  return eachNeed(draft, (need, pointer, task) =>
    need === task.id ? valueProblem(draft, pointer, 'task.needs-itself', {}) : undefined,
  );
}

/** Each circle once, shown from its first task in the lab's order. */
export function needsCycles(draft: Draft): readonly Problem[] {
  const tasks = new Map(
    draft.tasks.flatMap((task) => (task.id === undefined ? [] : [[task.id, task] as const])),
  );
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (id: string, trail: readonly string[]): void => {
    const task = tasks.get(id);
    if (!task || done.has(id)) return;
    for (const need of needsOf(task)) {
      const start = [...trail, id].indexOf(need);
      if (need === id) continue;
      if (start < 0) visit(need, [...trail, id]);
      else {
        const ids = [...trail, id].slice(start);
        const index = needsOf(task).indexOf(need);
        problems.push(
          valueProblem(draft, pointerTo(task.pointer, 'needs', index), 'task.cycle', { ids: [...ids, need] }),
        );
      }
    }
    done.add(id);
  };
  for (const id of tasks.keys()) visit(id, []);
  return problems;
}

const needsOf = ({ json }: DraftTask): readonly string[] => textsOf(json['needs']);

function eachNeed(
  { tasks }: Draft,
  look: (need: string, pointer: string, task: DraftTask) => Problem | undefined,
): readonly Problem[] {
  return tasks.flatMap((task) =>
    needsOf(task).flatMap((need, index) => look(need, pointerTo(task.pointer, 'needs', index), task) ?? []),
  );
}
