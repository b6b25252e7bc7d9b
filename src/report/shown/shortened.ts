import { isJsonObject, type Json } from '../../text/json';

/** Of pages, logs and files that were seen; the evidence has them whole. */
const longestText = 2_000;

/** Long texts in a value are cut, so that no student's log makes a report of megabytes. */
export function shortened(value: Json): Json {
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(shortened);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cut(key), shortened(inner)]));
}

const cut = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);
