import { isJsonObject, type Json, type JsonObject } from '../../text/json';
import { parseJsonPath, type JsonPath } from '../../text/json-path';

/** The document with this value at a dotted path, without it for `undefined`; objects on the way are made. */
export function setPath<T extends object>(document: T, path: string, value: Json | undefined): T {
  const steps = parseJsonPath(path);
  if (!steps.ok) return document;
  // Documents of an engine are plain JSON; the narrow types only name the fields that are read.
  return put(document as JsonObject, steps.value, value) as T;
}

function put(at: Json | undefined, [step, ...rest]: JsonPath, value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  if (Array.isArray(at)) {
    const list = at as readonly Json[];
    return list.flatMap((item, index) => (index === step ? (put(item, rest, value) ?? []) : [item]));
  }
  const object = isJsonObject(at) ? at : {};
  const inner = put(object[String(step)], rest, value);
  const { [String(step)]: _, ...others } = object;
  return inner === undefined ? others : { ...object, [String(step)]: inner };
}
