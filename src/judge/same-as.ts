import { isCut, type Attribute, type ValueType } from '../checks/attribute';
import { isMatcherName } from '../checks/match/matchers';
import { entryOf, whole } from '../checks/match/sight';
import type { Look } from '../checks/kind';
import { kinds } from '../checks/registry';
import { parseSameAs } from '../checks/same-as';
import type { Fault } from '../evidence/fault';
import type { Message } from '../messages/message';
import type { Lab } from '../spec/lab';
import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { resolveJsonPath } from '../text/json-path';
import { cutFault } from './cut-fault';

/** What is compared with is not there: why, and the cause that all who miss it name. */
export interface Gone {
  readonly missing: Message;
  readonly cause?: string;
}

interface Values<T> {
  readonly value: T;
  readonly shown: T;
  readonly gone?: Gone;
}

/** `shown`: the expectation as people are told it; what refers to nothing is told as it was written. */
export type Resolved = Values<Json> | { readonly fault: Fault; readonly written: Json };

/** Replaces every `{ same-as: container/ubuntu.id }` in an expectation by what that resource has. */
export function resolveSameAs(expected: Json, lab: Lab, look: Look, type?: ValueType): Resolved {
  if (Array.isArray(expected)) {
    const all = resolveAll(expected, lab, look, type);
    return 'fault' in all ? { fault: all.fault, written: expected } : all;
  }
  if (!isJsonObject(expected)) return { value: expected, shown: expected };
  const reference = expected['same-as'];
  if (typeof reference === 'string') return readReference(reference, expected, lab, look, type);
  const keys = Object.keys(expected);
  const all = resolveAll(Object.values(expected), lab, look, type);
  if ('fault' in all) return { fault: all.fault, written: expected };
  const named = (values: readonly Json[]): Json =>
    Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]));
  return { ...all, value: named(all.value), shown: named(all.shown) };
}

function resolveAll(
  expected: readonly Json[],
  lab: Lab,
  look: Look,
  type: ValueType | undefined,
): Values<Json[]> | { readonly fault: Fault } {
  const value: Json[] = [];
  const shown: Json[] = [];
  let gone: Gone | undefined;
  for (const inner of expected) {
    const resolved = resolveSameAs(inner, lab, look, type);
    if ('fault' in resolved) return resolved;
    value.push(resolved.value);
    shown.push(resolved.shown);
    gone ??= resolved.gone;
  }
  return { value, shown, ...(gone && { gone }) };
}

function readReference(
  reference: string,
  written: Json,
  lab: Lab,
  look: Look,
  type: ValueType | undefined,
): Resolved {
  const parsed = parseSameAs(reference);
  const kind = parsed && kinds[parsed.kind];
  const attribute = parsed && kind?.attributes[parsed.attribute];
  if (!parsed || !kind || !attribute)
    throw new Error(`A lab passed validation with the unresolvable same-as "${reference}".`);
  const opened = kind.open({ check: parsed.check, lab }, look);
  if ('fault' in opened) return { fault: opened.fault, written };
  // What is not there has no value: an expectation that no value meets.
  if ('missing' in opened) return { value: { any: [] }, shown: written, gone: opened };
  const seen = attribute.read(opened.found);
  if ('fault' in seen) return { fault: seen.fault, written };
  if (isCut(seen.cut)) return { fault: cutFault(reference, seen.cut), written };
  const value = namedPart(attribute, seen.value, parsed.key) ?? { exists: false };
  // Blanks around what a program printed, its last line feed above all, belong to no answer, name or number.
  const bare =
    typeof value === 'string' && attribute.type === 'text' && type !== 'text' ? value.trim() : value;
  return { value: asLiteral(bare), shown: bare };
}

function namedPart(
  { shape, spellKey }: Attribute<unknown>,
  value: Json | undefined,
  key: string | undefined,
): Json | undefined {
  if (key === undefined) return value;
  return shape === 'document' ? resolveJsonPath(value, key) : entryOf(whole(value), key, spellKey).value;
}

/** What a student named `/x/` is that very text, not a pattern that everything matches; a label `size` is no matcher. */
function asLiteral(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('/') ? { equals: value } : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(asLiteral);
  if (!isJsonObject(value) || isSoleAbsence(value)) return value;
  if (Object.keys(value).some(isMatcherName)) return { equals: value };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asLiteral(inner)]));
}

/** What stands for a value that nobody set. */
const isSoleAbsence = (value: JsonObject): boolean =>
  value['exists'] === false && Object.keys(value).length === 1;
