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

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // what JSON.parse gives is JSON
  } catch {
    return undefined; // not JSON: the caller says what that means
  }
}

const excerpt = (text: string): string => text.slice(0, 200);
