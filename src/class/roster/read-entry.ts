import { createHash } from 'node:crypto';
import { isJsonObject, type Json } from '../../text/json';
import { nearest } from '../../text/nearest';
import type { Source as Text } from '../../spec/source';
import { pointerTo, spotOf, type Tree } from '../../spec/yaml/tree';
import { entryKeys, idPattern, sourceKinds } from './known-keys';
import { placeAt, type EntryMessages, type EntryProblem } from './problem';
import { badEntryPrefix, type Entry, type Source } from './roster';
import { shownText, unsafeText } from './unsafe-text';

/** An entry as it stands in the file, with what YAML itself has against it. */
export interface RawEntry {
  readonly name: string;
  readonly json: Json;
  readonly pointer: string;
  readonly problem?: EntryProblem;
}

/** One student of a roster; what is wrong with an entry is told by the first thing that is. */
export function readEntry({ name, json, pointer, problem: first }: RawEntry, text: Text, tree: Tree): Entry {
  const object = isJsonObject(json) ? json : {};
  const textAt = (key: string): string | undefined => asWritten(tree, pointerTo(pointer, key), object, key);
  const problems = first ? [first] : [];
  const complain = <C extends keyof EntryMessages>(code: C, args: EntryMessages[C], key?: string): void => {
    const spot = spotOf(tree, key === undefined ? pointer : pointerTo(pointer, key));
    const isAboutValue = key !== undefined && code !== 'entry.unknown-key';
    const range = isAboutValue && spot.value.end > spot.value.start ? spot.value : (spot.key ?? spot.value);
    // One of the union, whichever it is.
    problems.push({ ...placeAt(text, range), code, args } as EntryProblem);
  };

  const badName = unsafeText(name);
  if (badName) complain('entry.bad-text', { key: 'name', reason: badName });
  if (!isJsonObject(json)) complain('entry.not-a-mapping', {});
  for (const key of Object.keys(object).filter((one) => !isKnown(one))) {
    const near = nearest(key, entryKeys);
    complain(
      'entry.unknown-key',
      { key, known: entryKeys, ...(near !== undefined && { nearest: near }) },
      key,
    );
  }
  const id = textAt('id');
  if (id === undefined) complain('entry.no-id', {});
  else if (!isUsableId(id)) complain('entry.bad-id', { id: shownText(id) }, 'id');
  const extras = ['email', 'section'].flatMap((key): [string, string][] => {
    if (!Object.hasOwn(object, key)) return [];
    const value = textAt(key) ?? '';
    const reason = unsafeText(value);
    if (reason) complain('entry.bad-text', { key, reason }, key);
    else if (key === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) complain('entry.bad-email', {}, key);
    else return [[key, value]];
    return [];
  });
  const source = sourceOf(object, textAt, complain);
  const student = {
    id: id !== undefined && isUsableId(id) ? id : badEntryId(name),
    name: badName ? shownText(name) : name,
    ...(Object.fromEntries(extras) as { email?: string; section?: string }),
  };
  if (!source) complain('entry.no-source', {});
  const [problem] = problems;
  if (problem) return { student, ...(source && { source }), problem };
  if (!source) throw new Error('An entry without a source has a problem.');
  return { student, source };
}

function sourceOf(
  object: Readonly<Record<string, Json>>,
  textAt: (key: string) => string | undefined,
  complain: <C extends keyof EntryMessages>(code: C, args: EntryMessages[C], key?: string) => void,
): Source | undefined {
  const named = sourceKinds.filter((kind) => Object.hasOwn(object, kind));
  const [kind, other] = named;
  if (kind === undefined) return undefined;
  if (other !== undefined) {
    complain('entry.several-sources', { keys: named }, other);
    return undefined;
  }
  const from = textAt(kind) ?? '';
  // Two hundred characters are a long path; what is not seen in it is a trap.
  const reason = unsafeValue(from);
  if (reason) complain('entry.bad-text', { key: kind, reason }, kind);
  const answers = textAt('answers');
  if (Object.hasOwn(object, 'answers')) {
    const bad = unsafeValue(answers ?? '');
    if (kind !== 'engine') complain('entry.answers-without-engine', {}, 'answers');
    else if (bad) complain('entry.bad-text', { key: 'answers', reason: bad }, 'answers');
  }
  if (reason) return { kind, from: shownText(from) };
  return kind === 'engine' ? { kind, from, ...(answers !== undefined && { answers }) } : { kind, from };
}

/** Paths and addresses may hold what would be odd in a name. */
function unsafeValue(value: string): ReturnType<typeof unsafeText> {
  const reason = unsafeText(value);
  return reason === 'formula' || reason === 'markup' ? undefined : reason;
}

const isKnown = (key: string): boolean => (entryKeys as readonly string[]).includes(key);

const isUsableId = (id: string): boolean => idPattern.test(id) && !id.startsWith(badEntryPrefix);

/** The same in every run, so that the entry's result is replaced and not multiplied. */
export const badEntryId = (name: string): string =>
  `${badEntryPrefix}${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;

/** A student number such as `0012345` is no number. */
function asWritten(
  tree: Tree,
  pointer: string,
  object: Readonly<Record<string, Json>>,
  key: string,
): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? (tree.spots.get(pointer)?.written ?? String(value)) : undefined;
}
