import type { Json } from '../../text/json';
import type { Body, BodyKind } from './engine';

type Decoded = { readonly body: Body[Exclude<BodyKind, 'stream'>] } | { readonly problem: string };

/** Reads the bytes of a body as what the caller asked for. */
export function decode(as: Exclude<BodyKind, 'stream'>, status: number, bytes: Buffer): Decoded {
  switch (as) {
    case 'bytes':
      return { body: bytes };
    case 'text':
      return { body: bytes.toString() };
    case 'json':
      return decodeJson(status, bytes.toString());
    case 'ndjson-until-end':
      return status < 400 ? decodeLines(bytes.toString()) : decodeJson(status, bytes.toString());
  }
}

function decodeJson(status: number, text: string): Decoded {
  if (text.trim() === '') return { body: null };
  const parsed = parse(text);
  if (parsed !== undefined) return { body: parsed };
  return status >= 400 ? { body: { message: text.trim() } } : { problem: excerpt(text) };
}

function decodeLines(text: string): Decoded {
  const values: Json[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (value === undefined) return { problem: excerpt(line) };
    values.push(value);
  }
  return { body: values };
}

/** No engine nests its answers deeper than this; whoever does would break what walks through them later. */
const maxDepth = 64;

function parse(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json; // what JSON.parse gives is JSON
    return isDeeper(value, maxDepth) ? undefined : value;
  } catch {
    return undefined; // not JSON: the caller says what that means
  }
}

const isDeeper = (value: Json, than: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (than === 0 || Object.values(value).some((inner) => isDeeper(inner, than - 1)));

const excerpt = (text: string): string => text.slice(0, 200);
