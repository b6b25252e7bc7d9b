import { keyProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export function noTasks(draft: Draft): readonly Problem[] {
  return isEmptyList(draft.json['tasks']) ? [keyProblem(draft, '/tasks', 'lab.no-tasks', {})] : [];
}

export function noChecks(draft: Draft): readonly Problem[] {
  return draft.tasks
    .filter(({ json }) => isEmptyList(json['checks']))
    .map(({ pointer }) => keyProblem(draft, pointerTo(pointer, 'checks'), 'task.no-checks', {}));
}
