import type { CheckKind } from '../checks/kind';
import type { SpecCode, SpecMessages } from '../messages/codes/spec';
import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { asWritten } from './as-written';
import { problemAt, type Problem } from './problem';
import type { Source } from './source';
import { pointerTo, spotOf, type Tree } from './yaml/tree';

export type Kinds = Readonly<Record<string, CheckKind>>;

/** A lab as far as it can be made out; a part that is not what it should be is left out, so that rules need not ask. */
export interface Draft {
  readonly source: Source;
  readonly tree: Tree;
  readonly kinds: Kinds;
  readonly json: JsonObject;
  readonly tasks: readonly DraftTask[];
}

export interface DraftTask {
  readonly pointer: string;
  readonly json: JsonObject;
  readonly id?: string;
  readonly checks: readonly DraftCheck[];
}

export interface DraftCheck {
  readonly pointer: string;
  /** With numbers as the author wrote them where its kind takes text: `version: 1.10`. */
  readonly json: JsonObject;
  /** `<task>.<n>`, or the author's own. */
  readonly id: string;
  /** Absent when no key is a kind. */
  readonly kind?: CheckKind;
}

export function makeDraft(source: Source, tree: Tree, kinds: Kinds): Draft {
  const json = isJsonObject(tree.json) ? tree.json : {};
  const tasks = objectsOf(json['tasks'], '/tasks').map(([pointer, task], index): DraftTask => {
    const id = textOf(task['id']);
    return {
      pointer,
      json: task,
      ...(id !== undefined && { id }),
      checks: objectsOf(task['checks'], pointerTo(pointer, 'checks')).map(([at, check], n) =>
        makeCheck(tree, kinds, at, check, `${id ?? `#${index + 1}`}.${n + 1}`),
      ),
    };
  });
  return { source, tree, kinds, json, tasks };
}

function makeCheck(tree: Tree, kinds: Kinds, pointer: string, json: JsonObject, id: string): DraftCheck {
  // The first key that is a kind: `image` is one too, but in a check of a container it is an assertion.
  const name = Object.keys(json).find((key) => Object.hasOwn(kinds, key));
  const kind = name === undefined ? undefined : kinds[name];
  return {
    pointer,
    json: kind ? asWritten(tree, pointer, json, kind) : json,
    id: textOf(json['id']) ?? id,
    ...(kind && { kind }),
  };
}

function objectsOf(list: Json | undefined, pointer: string): [string, JsonObject][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: Json, index): [string, JsonObject][] =>
    isJsonObject(item) ? [[pointerTo(pointer, index), item]] : [],
  );
}

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
export const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item: Json) => typeof item === 'string') : [];

/** A problem with the value at a pointer. `shift` counts characters into the value, where it is written in one piece. */
export function valueProblem<C extends SpecCode>(
  { source, tree }: Pick<Draft, 'source' | 'tree'>,
  pointer: string,
  code: C,
  args: SpecMessages[C],
  inside?: { readonly shift: number; readonly value: string },
): Problem {
  const { value } = spotOf(tree, pointer);
  // An empty value has no place of its own that one could see.
  const range = value.end > value.start ? value : (spotOf(tree, pointer).key ?? value);
  if (inside === undefined) return problemAt(source, range, code, args);
  const opening = [0, 1].find((quote) => source.text.startsWith(inside.value, range.start + quote));
  if (opening === undefined) return problemAt(source, range, code, args);
  const start = Math.min(range.start + opening + inside.shift, range.end - 1);
  return problemAt(source, { start, end: start + 1 }, code, args);
}

/** A problem with the key at a pointer. */
export function keyProblem<C extends SpecCode>(
  { source, tree }: Pick<Draft, 'source' | 'tree'>,
  pointer: string,
  code: C,
  args: SpecMessages[C],
): Problem {
  const spot = spotOf(tree, pointer);
  return problemAt(source, spot.key ?? spot.value, code, args);
}
