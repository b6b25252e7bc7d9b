import type { Json } from './json';
import { err, ok, type Result } from './result';

/** The steps of a path: keys of objects and indexes of arrays. */
export type JsonPath = readonly (string | number)[];

/** Why a text is no path; `index` is where, in UTF-16 code units. */
export interface JsonPathProblem {
  readonly code: 'path-empty' | 'path-too-long' | 'path-syntax';
  readonly index: number;
}

const MAX_TEXT = 1024;
// A name, an index, or a quoted key; a dot stands before a name only, and not before the first.
const STEP = /(\.?)([^.[\]"'\s]+)|\[(?:(\d{1,9})|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\]/suy;

/** Parses `HostConfig.RestartPolicy.Name`, `Mounts[0].Type`, `Config.Labels["com.example.a"]`. */
export function parseJsonPath(text: string): Result<JsonPath, JsonPathProblem> {
  if (text === '') return err({ code: 'path-empty', index: 0 });
  if (text.length > MAX_TEXT) return err({ code: 'path-too-long', index: MAX_TEXT });
  const step = new RegExp(STEP);
  const path: (string | number)[] = [];
  for (let index = 0; index < text.length; index = step.lastIndex) {
    step.lastIndex = index;
    const [whole, dot, name, position, double, single] = step.exec(text) ?? [];
    const isName = name !== undefined;
    if (whole === undefined || (isName && (dot === '.') !== index > 0))
      return err({ code: 'path-syntax', index });
    if (isName) path.push(name);
    else if (position !== undefined) path.push(Number(position));
    else path.push((double ?? single ?? '').replace(/\\(.)/gsu, '$1'));
  }
  return ok(path);
}

/** The value at a path, or undefined when there is none. Only a document's own keys are looked at, never a prototype's. */
export function valueAt(document: Json | undefined, path: JsonPath): Json | undefined {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) && typeof step !== 'number') return undefined;
    const found = Object.getOwnPropertyDescriptor(value, step)?.value as Json | undefined; // Json's own values are Json.
    if (found === undefined) return undefined;
    value = found;
  }
  return value;
}

/** `valueAt` for a path as text; a text that is no path finds nothing. */
export function resolveJsonPath(document: Json | undefined, text: string): Json | undefined {
  const path = parseJsonPath(text);
  return path.ok ? valueAt(document, path.value) : undefined;
}
