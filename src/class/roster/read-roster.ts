import type { Problem } from '../../spec/problem';
import { makeSource, positionAt, type Source as Text } from '../../spec/source';
import { readYaml } from '../../spec/yaml/read-yaml';
import { pointerTo, spotOf, type Tree } from '../../spec/yaml/tree';
import { isJsonObject, type JsonObject } from '../../text/json';
import type { Language } from '../../text/language';
import { nearest } from '../../text/nearest';
import { err, ok, type Result } from '../../text/result';
import { rosterKeys } from './known-keys';
import { attribute, rawEntries } from './attribute';
import { placeAt, type RosterMessages, type RosterProblem } from './problem';
import { badEntryId, readEntry, type RawEntry } from './read-entry';
import type { Entry, Roster } from './roster';

/** Some 25 000 students with all that an entry can have; larger classes are several rosters. */
const limits = { tokens: 1_000_000, aliased: 100_000 };

/** Reads a roster. What is wrong with one entry stays with that entry; an error is what leaves no class to grade. */
export function readRoster(
  content: string,
  file: string,
  language: Language,
): Result<Roster, readonly RosterProblem[]> {
  const text = makeSource(content.startsWith('\ufeff') ? content.slice(1) : content, file);
  if (content.includes('\0')) return err([{ code: 'roster.binary', args: {}, file }]);
  const { tree, problems } = readYaml(text, limits);
  if (!tree) return err(problems.map(asRosterProblem));
  const { json } = tree;
  if (problems.length === 0 && json === null) return err([{ code: 'roster.empty', args: {}, file }]);
  if (!isJsonObject(json))
    return err(
      problems.length > 0
        ? problems.map(asRosterProblem)
        : [{ ...placeAt(text, { start: 0, end: 0 }), code: 'roster.not-a-mapping', args: {} }],
    );
  const { whole, byStudent } = attribute(problems, text, tree);
  const all = [...whole.map(asRosterProblem), ...topProblems(json, text, tree)];
  if (all.length > 0) return err(all);
  // `topProblems` has seen to both.
  const { labs, students } = json as { labs: readonly string[]; students: JsonObject };
  // In the file's order: names that are numbers would come first, and take the ids of those before them.
  const startOf = ({ pointer }: RawEntry): number =>
    pointer === '/students' ? Infinity : (spotOf(tree, pointer).key?.start ?? 0);
  const raw = rawEntries(students, byStudent, language).toSorted((a, b) =>
    startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b),
  );
  const entries = raw.map((one) => ({
    entry: readEntry(one, text, tree),
    pointer: one.pointer,
  }));
  return ok({ labs, entries: withoutDuplicates(entries, text, tree) });
}

/** What is wrong with the top level; the labs themselves are looked for later. */
function topProblems(json: JsonObject, text: Text, tree: Tree): readonly RosterProblem[] {
  const at = <C extends keyof RosterMessages>(key: string, code: C, args: RosterMessages[C]) => {
    const { key: name, value } = spotOf(tree, key === '' ? '' : pointerTo('', key));
    return { ...placeAt(text, name ?? value), code, args } as RosterProblem; // one of the union, whichever it is
  };
  const { version, labs, students } = json;
  if (typeof version === 'number' && version > 1) return [at('version', 'roster.newer', { version })];
  const known: readonly string[] = rosterKeys;
  return [
    ...rosterKeys
      .filter((key) => !Object.hasOwn(json, key))
      .map((key) => at('', 'roster.missing-key', { key })),
    ...Object.keys(json)
      .filter((key) => !known.includes(key))
      .map((key) => {
        const near = nearest(key, known);
        return at(key, 'roster.unknown-key', { key, known, ...(near !== undefined && { nearest: near }) });
      }),
    ...(version !== undefined && version !== 1 ? [at('version', 'roster.version', {})] : []),
    ...(labs !== undefined && !isTexts(labs) ? [at('labs', 'roster.labs', {})] : []),
    ...(students !== undefined && !(isJsonObject(students) && Object.keys(students).length > 0)
      ? [at('students', 'roster.no-students', {})]
      : []),
  ];
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === 'string' && item.trim() !== '' && !item.includes('\0'));

/** Ids name files, and some file systems know no case: the first of two keeps it. */
function withoutDuplicates(
  entries: readonly { readonly entry: Entry; readonly pointer: string }[],
  text: Text,
  tree: Tree,
): readonly Entry[] {
  const first = new Map<string, string>();
  return entries.map(({ entry, pointer }) => {
    const { student, source } = entry;
    const before = first.get(student.id.toLowerCase());
    if (before === undefined) {
      first.set(student.id.toLowerCase(), pointer);
      return entry;
    }
    const range = spotOf(tree, pointerTo(pointer, 'id')).value;
    const { line } = positionAt(text, spotOf(tree, pointerTo(before, 'id')).value.start);
    const problem = {
      ...placeAt(text, range),
      code: 'entry.duplicate-id',
      args: { id: student.id, line },
    } as const;
    return { student: { ...student, id: badEntryId(student.name) }, ...(source && { source }), problem };
  });
}

/** What makes any YAML too much is told in the roster's words. */
function asRosterProblem(problem: Problem): RosterProblem {
  const { file, at, excerpt } = problem;
  const place = { file, ...(at && { at }), ...(excerpt && { excerpt }) };
  switch (problem.code) {
    case 'lab.too-deep':
      return { ...place, code: 'roster.too-deep', args: problem.args };
    case 'lab.too-many-parts':
      return { ...place, code: 'roster.too-many-parts', args: problem.args };
    case 'lab.too-many-aliases':
      return { ...place, code: 'roster.too-many-aliases', args: problem.args };
    case 'lab.several-documents':
      return { ...place, code: 'roster.several-documents', args: {} };
    default:
      // Reading YAML gives no others.
      return problem as Extract<Problem, { code: `yaml.${string}` }>;
  }
}
