import { problemText } from '../../spec/format-problems';
import type { Problem } from '../../spec/problem';
import type { Source as Text } from '../../spec/source';
import { pointerTo, spotOf, type Tree } from '../../spec/yaml/tree';
import { isJsonObject, type JsonObject } from '../../text/json';
import type { Language } from '../../text/language';
import type { EntryProblem } from './problem';
import type { RawEntry } from './read-entry';

interface Attributed {
  readonly name: string;
  readonly problem: Problem;
  /** The entry's name is there twice; this is the second, of which nothing was read. */
  readonly isRepeated: boolean;
}

/** Tells what YAML has against one student's entry from what it has against the file. */
export function attribute(
  problems: readonly Problem[],
  text: Text,
  tree: Tree,
): { readonly whole: readonly Problem[]; readonly byStudent: readonly Attributed[] } {
  if (problems.length === 0) return { whole: [], byStudent: [] };
  const entries = entryStarts(tree);
  const within = spotOf(tree, '/students').value;
  const whole: Problem[] = [];
  const byStudent: Attributed[] = [];
  for (const problem of problems) {
    const at = problem.at && (text.lineStarts[problem.at.line - 1] ?? 0) + problem.at.column - 1;
    const name =
      at === undefined || at < within.start || at >= within.end ? undefined : entryAround(entries, at);
    const repeated = repeatedName(problem, text, tree);
    if (name === undefined) whole.push(problem);
    else byStudent.push({ name: repeated ?? name, problem, isRepeated: repeated !== undefined });
  }
  return { whole, byStudent };
}

type Start = readonly [offset: number, name: string];

function entryStarts(tree: Tree): readonly Start[] {
  const students = isJsonObject(tree.json) ? tree.json['students'] : undefined;
  if (!isJsonObject(students)) return [];
  return Object.keys(students)
    .map((name): Start => [spotOf(tree, pointerTo('/students', name)).key?.start ?? 0, name])
    .sort(([a], [b]) => a - b);
}

/** The last entry that begins before a place. */
function entryAround(entries: readonly Start[], at: number): string | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1]?.[1];
}

function repeatedName(problem: Problem, { lineStarts }: Text, tree: Tree): string | undefined {
  if (problem.code !== 'yaml.duplicate-key') return undefined;
  const { key, line } = problem.args;
  const first = tree.spots.get(pointerTo('/students', key))?.key;
  const lineStart = lineStarts[line - 1] ?? 0;
  const isThere = first && first.start >= lineStart && first.start < (lineStarts[line] ?? Infinity);
  return isThere && first.start - lineStart + 1 === problem.at?.column ? key : undefined;
}

/** All entries: those that were read, then those whose name was taken. */
export function rawEntries(
  students: JsonObject,
  problems: readonly Attributed[],
  language: Language,
): readonly RawEntry[] {
  const bad = new Map<string, EntryProblem>();
  const repeated: RawEntry[] = [];
  for (const { name, problem, isRepeated } of problems) {
    const told = entryProblem(problem, isRepeated, language);
    const line = problem.at?.line ?? 0;
    if (isRepeated)
      repeated.push({ name: `${name} (${line})`, json: {}, pointer: '/students', problem: told });
    else if (!bad.has(name)) bad.set(name, told);
  }
  const read = Object.entries(students).map(([name, json]): RawEntry => {
    const problem = bad.get(name);
    return { name, json, pointer: pointerTo('/students', name), ...(problem && { problem }) };
  });
  return [...read, ...repeated];
}

function entryProblem(problem: Problem, isRepeated: boolean, language: Language): EntryProblem {
  const { file, at, excerpt } = problem;
  const place = { file, ...(at && { at }), ...(excerpt && { excerpt }) };
  if (problem.code !== 'yaml.duplicate-key')
    return { ...place, code: 'entry.yaml', args: { detail: problemText(problem, language) } };
  const { key, line } = problem.args;
  return isRepeated
    ? { ...place, code: 'entry.duplicate-name', args: { line } }
    : { ...place, code: 'entry.duplicate-key', args: { key, line } };
}
