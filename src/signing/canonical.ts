import { isJsonObject, type Json } from '../text/json';

/**
 * The one way to write a value, RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16 code units,
 * texts and numbers as ECMAScript writes them. Half a surrogate pair, which the RFC has no place for, is written as its escape.
 */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  let members = '';
  for (const key of Object.keys(value).sort())
    members += `${members && ','}${JSON.stringify(key)}:${canonical(value[key] ?? null)}`;
  return `{${members}}`;
}
