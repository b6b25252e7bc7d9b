import type { Look } from '../checks/kind';
import { kinds } from '../checks/registry';
import { parseSameAs } from '../checks/same-as';
import type { Fault } from '../evidence/fault';
import type { Lab } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';

type Resolved = { readonly value: Json } | { readonly fault: Fault; readonly written: Json };

/** Replaces every `{ same-as: container/ubuntu.id }` in an expectation by what that resource has. */
export function resolveSameAs(expected: Json, lab: Lab, look: Look): Resolved {
  if (Array.isArray(expected)) return resolveAll(expected, lab, look);
  if (!isJsonObject(expected)) return { value: expected };
  const reference = expected['same-as'];
  if (typeof reference === 'string') return readReference(reference, expected, lab, look);
  const entries: [string, Json][] = [];
  for (const [key, inner] of Object.entries(expected)) {
    const resolved = resolveSameAs(inner, lab, look);
    if ('fault' in resolved) return { fault: resolved.fault, written: expected };
    entries.push([key, resolved.value]);
  }
  return { value: Object.fromEntries(entries) };
}

function resolveAll(expected: readonly Json[], lab: Lab, look: Look): Resolved {
  const values: Json[] = [];
  for (const inner of expected) {
    const resolved = resolveSameAs(inner, lab, look);
    if ('fault' in resolved) return { fault: resolved.fault, written: expected };
    values.push(resolved.value);
  }
  return { value: values };
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
  if ('missing' in opened) return { value: { any: [] } };
  const seen = attribute.read(opened.found);
  if ('fault' in seen) return { fault: seen.fault, written };
  return { value: seen.value ?? { exists: false } };
}
