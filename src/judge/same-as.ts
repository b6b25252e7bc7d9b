import { isCut } from '../checks/attribute';
import type { Look } from '../checks/kind';
import { kinds } from '../checks/registry';
import { parseSameAs } from '../checks/same-as';
import type { Fault } from '../evidence/fault';
import type { Lab } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';
import { cutFault } from './cut-fault';

/** `shown`: the expectation as people are told it; what refers to nothing is told as it was written. */
export type Resolved =
  { readonly value: Json; readonly shown: Json } | { readonly fault: Fault; readonly written: Json };

/** Replaces every `{ same-as: container/ubuntu.id }` in an expectation by what that resource has. */
export function resolveSameAs(expected: Json, lab: Lab, look: Look): Resolved {
  if (Array.isArray(expected)) {
    const all = resolveAll(expected, lab, look);
    return 'fault' in all ? { fault: all.fault, written: expected } : all;
  }
  if (!isJsonObject(expected)) return { value: expected, shown: expected };
  const reference = expected['same-as'];
  if (typeof reference === 'string') return readReference(reference, expected, lab, look);
  const keys = Object.keys(expected);
  const all = resolveAll(Object.values(expected), lab, look);
  if ('fault' in all) return { fault: all.fault, written: expected };
  const named = (values: readonly Json[]): Json =>
    Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]));
  return { value: named(all.value), shown: named(all.shown) };
}

function resolveAll(
  expected: readonly Json[],
  lab: Lab,
  look: Look,
): { readonly value: Json[]; readonly shown: Json[] } | { readonly fault: Fault } {
  const value: Json[] = [];
  const shown: Json[] = [];
  for (const inner of expected) {
    const resolved = resolveSameAs(inner, lab, look);
    if ('fault' in resolved) return resolved;
    value.push(resolved.value);
    shown.push(resolved.shown);
  }
  return { value, shown };
}

function readReference(reference: string, written: Json, lab: Lab, look: Look): Resolved {
  const parsed = parseSameAs(reference);
  const kind = parsed && kinds[parsed.kind];
  const attribute = parsed && kind?.attributes[parsed.attribute];
  if (!parsed || !kind || !attribute)
    throw new Error(`A lab passed validation with the unresolvable same-as "${reference}".`);
  const opened = kind.open({ check: parsed.check, lab }, look);
  if ('fault' in opened) return { fault: opened.fault, written };
  // What is not there has no value: an expectation that no value meets.
  if ('missing' in opened) return { value: { any: [] }, shown: written };
  const seen = attribute.read(opened.found);
  if ('fault' in seen) return { fault: seen.fault, written };
  if (isCut(seen.cut)) return { fault: cutFault(reference, seen.cut), written };
  const value = seen.value ?? { exists: false };
  return { value: asLiteral(value), shown: value };
}

/** What a student named `/x/` is that very text, not a pattern that everything matches. */
const asLiteral = (value: Json): Json =>
  typeof value === 'string' && value.startsWith('/') ? { equals: value } : value;
