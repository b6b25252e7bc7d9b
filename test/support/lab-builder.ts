import type { Check, Lab, Task } from '../../src/spec/lab';
import type { Json } from '../../src/text/json';
import { anyLab, checkOf } from './evidence';

type Keys = Readonly<Record<string, Json>>;

/** A statement about the container `name`; ids are given by the task. */
export const onContainer = (
  name: string,
  keys: Keys = { state: 'running' },
  changes: Partial<Check> = {},
): Check => ({
  ...checkOf('container', name, keys),
  ...changes,
});

/** A task whose checks are called `<task>.<n>`, as validation names them. */
export function taskOf(id: string, checks: readonly Check[], changes: Partial<Task> = {}): Task {
  return {
    id,
    title: `Task ${id}`,
    needs: [],
    points: 10,
    bonus: false,
    at: { line: 1, column: 3 },
    ...changes,
    checks: checks.map((check, index) => ({
      ...check,
      id: check.id === 'task.1' ? `${id}.${index + 1}` : check.id,
    })),
  };
}

export const labWith = (tasks: readonly Task[], changes: Partial<Lab> = {}): Lab => ({
  ...anyLab,
  ...changes,
  tasks,
});
