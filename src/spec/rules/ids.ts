import { valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { positionAt } from '../source';
import { pointerTo, spotOf } from '../yaml/tree';

export function duplicateTaskIds(draft: Draft): readonly Problem[] {
  const named = draft.tasks.flatMap(({ id, pointer }) =>
    id === undefined ? [] : [{ id, pointer: pointerTo(pointer, 'id') }],
  );
  return duplicates(draft, named, 'task.duplicate-id');
}

/** Over the whole lab. An author's id can also be one that another check gets by its place. */
export function duplicateCheckIds(draft: Draft): readonly Problem[] {
  const checks = draft.tasks.flatMap((task) => task.checks);
  const own = checks.filter(({ json }) => Object.hasOwn(json, 'id'));
  const taken = new Set(own.map(({ id }) => id));
  const given = checks.filter(({ id, json }) => !Object.hasOwn(json, 'id') && taken.has(id));
  return duplicates(
    draft,
    [...given, ...own.map(({ id, pointer }) => ({ id, pointer: pointerTo(pointer, 'id') }))],
    'check.duplicate-id',
  );
}

function duplicates(
  draft: Draft,
  named: readonly { readonly id: string; readonly pointer: string }[],
  code: 'task.duplicate-id' | 'check.duplicate-id',
): readonly Problem[] {
  const first = new Map<string, string>();
  return named.flatMap(({ id, pointer }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, pointer);
      return [];
    }
    const { line } = positionAt(draft.source, spotOf(draft.tree, before).value.start);
    return [valueProblem(draft, pointer, code, { id, line })];
  });
}
